package io.readthrough.core.score.role;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.Sections;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.reading.Name;
import io.readthrough.core.score.reading.Names;
import io.readthrough.core.score.reading.OutlookCues;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.MentionRole;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.security.Security;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What tells which role a name has in a note: what kind of thing it is, how much the note is about
/// it, in which part of its clauses it stands, whether its sector is the subject's; and by the
/// wordings near its mentions, also those of the names that it is listed with.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class RoleFeatures {
  private static final CueTable CUES = CueTable.standard("score/role/role-cues.tsv");
  private static final FeatureNames FEATURES = new FeatureNames();
  private static final List<String> SECTORS =
      List.of(
          "industrials",
          "financials",
          "consumer discretionary",
          "technology",
          "health care",
          "materials",
          "consumer staples",
          "energy",
          "communication services",
          "real estate",
          "utilities",
          "crypto infrastructure");

  private static final int BIAS = FEATURES.add("bias");
  private static final int[] TYPES = FEATURES.addEach("type", AssetType.values());
  private static final int[] PARTS = FEATURES.addEach("part", MentionRole.values());
  private static final int[] METHODS = FEATURES.addEach("by", Resolution.Method.values());
  private static final int[] SALIENCE = FEATURES.addEach("salience", Names.SALIENCE_BANDS);
  private static final int[] MENTIONS = FEATURES.addEach("mentions", Names.MENTION_BANDS);
  private static final int SALIENT = FEATURES.add("salient subject");
  private static final int FIRST = FEATURES.add("named first");
  private static final int OPENING = FEATURES.add("in the opening");
  private static final int LATE = FEATURES.add("late");
  private static final int BESIDE_COMPANY = FEATURES.add("beside a company");
  private static final int SAME_SECTOR = FEATURES.add("sector:same");
  private static final int OTHER_SECTOR = FEATURES.add("sector:other");
  private static final int NO_SECTOR = FEATURES.add("sector:unknown");
  private static final int[] SECTOR_LINKS = {SAME_SECTOR, OTHER_SECTOR, NO_SECTOR};
  private static final int[] SECTOR = FEATURES.addEach("its sector", SECTORS);
  private static final int[] SAME_IN_SECTOR = FEATURES.addEach("same industry in", SECTORS);
  private static final int[] LINKS = FEATURES.addEach("industry", Industries.Link.values());
  private static final int WITH_SUBJECT = FEATURES.add("in a sentence with the subject");
  private static final int WITH_OTHERS = FEATURES.add("in a list");
  private static final int OPENS = FEATURES.add("opens its sentence");
  private static final int OPENS_LINE = FEATURES.add("opens its line");
  private static final int BRACKETED = FEATURES.add("code in brackets after it");
  private static final int ALIKE = FEATURES.add("fares as the subject");
  private static final int OPPOSITE = FEATURES.add("fares against the subject");
  private static final int UNSAID = FEATURES.add("nothing said of it");
  private static final int IN_HEADING = FEATURES.add("in a heading");
  private static final int[] TOLD = FEATURES.addEach("told", Role.values());
  private static final int SEVERAL_SUBJECTS = FEATURES.add("several salient names");
  private static final Map<String, Integer> UNDER = new LinkedHashMap<>();
  private static final Map<String, Integer> BEFORE = near("before");
  private static final Map<String, Integer> AFTER = near("after");
  private static final int[] OUTLOOKS = FEATURES.addEach("cue", OutlookCues.features());

  static {
    for (String section : Sections.kinds()) {
      UNDER.put(section, FEATURES.add("under:" + section));
    }
  }

  /// What is likely so of all names of a list when it is so of one.
  private static final BitSet SHARED = shared();

  /// How much what tells the role of a name of a list tells of the others.
  private static final double SHARED_PART = 0.5;

  /// How many names of a list share what tells their roles.
  private static final int MOST_LISTED = 6;

  /// How far from a mention a wording may stand that tells its role.
  private static final int NEAR = 9;

  private RoleFeatures() {}

  /// The names of all features, by their numbers.
  public static List<String> names() {
    return FEATURES.all();
  }

  static CueTable table() {
    return CUES;
  }

  /// The features of each name of a note.
  ///
  /// @param sectors the sector of a security, null where it is unknown
  static List<FeatureVector> of(Reading reading, Function<Security, @Nullable String> sectors) {
    Names names = reading.names();
    List<FeatureVector> vectors = new ArrayList<>(names.names.size());
    int salient = 0;
    for (int i = 0; i < names.names.size(); i++) {
      vectors.add(new FeatureVector());
      salient += names.isSubject(i) ? 1 : 0;
    }
    int subject = names.subject();
    String subjectSector =
        subject == TargetAssigner.NOBODY ? null : sectors.apply(names.names.get(subject).security);
    double[] said = said(reading);
    for (int i = 0; i < vectors.size(); i++) {
      FeatureVector vector = vectors.get(i);
      addName(names, i, vector);
      if (salient > 1) {
        vector.add(SEVERAL_SUBJECTS);
      }
      String sector = sectors.apply(names.names.get(i).security);
      if (i != subject) {
        addSector(sector, subjectSector, vector);
      }
      if (i != subject && subject != TargetAssigner.NOBODY) {
        addLinks(names.names.get(i).security, names.names.get(subject).security, sector, vector);
      }
      if (said[i] == 0) {
        vector.add(UNSAID);
      } else if (subject >= 0 && i != subject && said[subject] != 0) {
        vector.add(said[i] * said[subject] > 0 ? ALIKE : OPPOSITE);
      }
    }
    addMentions(reading, subject, vectors);
    shareInLists(reading.targets().mentions(), vectors);
    addOutlooks(reading, vectors);
    return vectors;
  }

  /// Adds the wordings that tell how the note sees a name: who takes share from whom competes, who
  /// is paid sells.
  private static void addOutlooks(Reading reading, List<FeatureVector> vectors) {
    Seen seen = new Seen(vectors);
    for (OutlookCues.Found each : reading.outlooks()) {
      seen.add(each.name(), OUTLOOKS[each.feature()]);
    }
  }

  /// Adds to each name of a list what tells the roles of the others, for they are named together
  /// because they are alike.
  private static void shareInLists(List<ResolvedMention> mentions, List<FeatureVector> vectors) {
    int[] sizes = vectors.stream().mapToInt(FeatureVector::size).toArray();
    Set<Long> shared = new HashSet<>();
    for (int from = 0; from < mentions.size(); from += mentions.get(from).listed()) {
      int to = from + Math.min(MOST_LISTED, mentions.get(from).listed());
      for (int i = from; i < to; i++) {
        for (int k = from; k < to; k++) {
          int name = mentions.get(i).name();
          int other = mentions.get(k).name();
          boolean two = name >= 0 && other >= 0 && name != other;
          if (two && shared.add((long) name << Integer.SIZE | other)) {
            share(vectors.get(other), sizes[other], vectors.get(name));
          }
        }
      }
    }
  }

  private static void share(FeatureVector from, int size, FeatureVector to) {
    for (int i = 0; i < size; i++) {
      if (SHARED.get(from.feature(i))) {
        to.add(from.feature(i), SHARED_PART * from.value(i));
      }
    }
  }

  /// The sum of what is said of each name.
  private static double[] said(Reading reading) {
    double[] said = new double[reading.names().names.size()];
    for (Assignment assignment : reading.assignments()) {
      said[assignment.name()] +=
          reading.weight(reading.expressions().get(assignment.expression()), assignment.factor());
    }
    return said;
  }

  private static void addName(Names names, int i, FeatureVector vector) {
    Name name = names.names.get(i);
    vector.add(BIAS);
    vector.add(TYPES[name.security.assetType().ordinal()]);
    vector.add(METHODS[name.method().ordinal()]);
    vector.add(SALIENCE[names.salienceBand(i)]);
    vector.add(MENTIONS[names.mentionBand(i)]);
    vector.addIf(names.isSubject(i), SALIENT);
    vector.addIf(i == 0, FIRST);
    int subject = names.subject();
    vector.addIf(
        subject >= 0
            && subject != i
            && names.names.get(subject).security.assetType() == AssetType.EQUITY,
        BESIDE_COMPANY);
  }

  private static void addSector(
      @Nullable String its, @Nullable String subjects, FeatureVector vector) {
    if (its == null || subjects == null) {
      vector.add(NO_SECTOR);
    } else {
      vector.add(its.equals(subjects) ? SAME_SECTOR : OTHER_SECTOR);
    }
    if (its != null && SECTORS.contains(its)) {
      vector.add(SECTOR[SECTORS.indexOf(its)]);
    }
  }

  /// Whether those who do the same compete or only fare alike differs from sector to sector.
  private static void addLinks(
      Security its, Security subjects, @Nullable String sector, FeatureVector vector) {
    Set<Industries.Link> links = Industries.standard().links(its, subjects);
    for (Industries.Link link : links) {
      vector.add(LINKS[link.ordinal()]);
    }
    int known = sector == null ? -1 : SECTORS.indexOf(sector);
    if (known >= 0 && links.contains(Industries.Link.SAME)) {
      vector.add(SAME_IN_SECTOR[known]);
    }
  }

  private static void addMentions(Reading reading, int subject, List<FeatureVector> vectors) {
    Tokens tokens = reading.tokens();
    int[] ids = CUES.ids(tokens);
    int[] sentenceOf = new int[reading.names().mentions.size()];
    BitSet withSubject = new BitSet();
    for (int m = 0; m < sentenceOf.length; m++) {
      NameMention mention = reading.names().mentions.get(m);
      sentenceOf[m] = reading.sentences().containing(mention.first());
      if (mention.name() == subject) {
        withSubject.set(sentenceOf[m]);
      }
    }
    Seen seen = new Seen(vectors);
    Sections sections = Sections.of(tokens, reading.sentences());
    int lastSentence = -1;
    List<Hit> hits = List.of();
    int near = 0;
    for (int m = 0; m < sentenceOf.length; m++) {
      NameMention mention = reading.names().mentions.get(m);
      int s = sentenceOf[m];
      int first = reading.sentences().first(s);
      int end = reading.sentences().end(s);
      if (s != lastSentence) {
        hits = CUES.find(tokens, ids, first, end);
        lastSentence = s;
        near = 0;
      }
      int name = mention.name();
      // Both come in order: what is too far before this mention is so before those after it.
      while (near < hits.size() && mention.first() - hits.get(near).end() >= NEAR) {
        near++;
      }
      for (int h = near; h < hits.size() && hits.get(h).first() - mention.end() < NEAR; h++) {
        Hit hit = hits.get(h);
        if (hit.end() <= mention.first() && mention.first() - hit.end() < NEAR) {
          seen.add(name, BEFORE.getOrDefault(hit.cue().kind(), 0));
        } else if (hit.first() >= mention.end()) {
          seen.add(name, AFTER.getOrDefault(hit.cue().kind(), 0));
        }
      }
      Integer under = UNDER.get(sections.kind(s));
      if (under != null) {
        seen.add(name, under);
      }
      Role told = NearRoles.nearest(reading, mention);
      if (told != null) {
        seen.add(name, TOLD[told.ordinal()]);
      }
      if (sections.isHeading(s)) {
        seen.add(name, IN_HEADING);
      }
      if (withSubject.get(s) && name != subject) {
        seen.add(name, WITH_SUBJECT);
      }
      if (mention.first() - first <= 1) {
        seen.add(name, OPENS);
      }
      if (tokens.lineBefore(first) && mention.first() - first <= 2) {
        seen.add(name, OPENS_LINE);
      }
      if (mention.end() < end && tokens.isMark(mention.end(), '(')) {
        seen.add(name, BRACKETED);
      }
      double place = (double) mention.first() / tokens.size();
      if (place < 0.12) {
        seen.add(name, OPENING);
      }
      if (place > 0.6 && reading.names().names.get(name).mentions() == 1) {
        seen.add(name, LATE);
      }
    }
    for (ResolvedMention mention : reading.targets().mentions()) {
      if (mention.stated() && mention.name() >= 0) {
        seen.add(mention.name(), PARTS[mention.role().ordinal()]);
        if (mention.listed() > 1) {
          seen.add(mention.name(), WITH_OTHERS);
        }
      }
    }
  }

  /// What each name has already: a feature counts once, however often a name is mentioned.
  private static final class Seen {
    private final List<FeatureVector> vectors;
    private final List<BitSet> seen = new ArrayList<>();

    Seen(List<FeatureVector> vectors) {
      this.vectors = vectors;
      vectors.forEach(vector -> seen.add(new BitSet()));
    }

    void add(int name, int feature) {
      if (!seen.get(name).get(feature)) {
        seen.get(name).set(feature);
        vectors.get(name).add(feature);
      }
    }
  }

  private static BitSet shared() {
    BitSet shared = new BitSet();
    for (int[] family : List.of(LINKS, TOLD, SAME_IN_SECTOR, SECTOR_LINKS)) {
      Arrays.stream(family).forEach(shared::set);
    }
    BEFORE.values().forEach(shared::set);
    AFTER.values().forEach(shared::set);
    return shared;
  }

  private static Map<String, Integer> near(String side) {
    Map<String, Integer> near = new LinkedHashMap<>();
    for (String kind : CUES.kinds()) {
      near.put(kind, FEATURES.add(kind + " " + side));
    }
    return near;
  }
}
