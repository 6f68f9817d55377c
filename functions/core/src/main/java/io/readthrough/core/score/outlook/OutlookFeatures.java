package io.readthrough.core.score.outlook;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change.Direction;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.score.reading.Name;
import io.readthrough.core.score.reading.Names;
import io.readthrough.core.score.reading.OutlookCues;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.reading.Stances;
import io.readthrough.core.score.role.Industries;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What tells how a note as a whole sees each of its names: what the rules found good and bad of
/// it, by where it stands; the author's rating or position, and which way he moves his price
/// target; the wordings beside it; the heading it stands under; and how salient it is, since most
/// names are only mentioned. Not its role: the program tells the roles of the notes that it learned
/// them from far better than those of others, so weights learned beside them would trust them too
/// far.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class OutlookFeatures {
  private static final FeatureNames FEATURES = new FeatureNames();

  /// Of what or where something good or bad is said.
  private enum Part {
    ALL,
    /// Of a company that the note is about.
    OF_SUBJECT,
    /// Of another company.
    OF_OTHER,
    OF_GROUP,
    /// Of something that has a price and no business: an index, a coin, a currency, a metal.
    OF_PRICE,
    /// In a clause that names it.
    STATED,
    TITLE,
    OPENING,
    CLOSING,
    /// On a condition.
    CONDITIONAL,
    /// Under a heading like "Risks".
    HYPOTHETICAL
  }

  private static final int BIAS = FEATURES.add("bias");
  private static final int[] SAID = FEATURES.addEach("said", Part.values());
  private static final int TARGET = FEATURES.add("target moved");
  private static final int UNSAID = FEATURES.add("nothing said of it");

  /// How far good and bad are said in equal parts.
  private static final int BALANCED = FEATURES.add("balanced");

  private static final int[] STANCES = FEATURES.addEach("stance", Stances.KINDS);
  private static final int SALIENT = FEATURES.add("salient subject");
  private static final int MAIN = FEATURES.add("main subject");
  private static final int[] TYPES = FEATURES.addEach("type", AssetType.values());
  private static final int[] SALIENCE = FEATURES.addEach("salience", Names.SALIENCE_BANDS);
  private static final int[] MENTIONS = FEATURES.addEach("mentions", Names.MENTION_BANDS);
  private static final int ONLY_LISTED = FEATURES.add("only in lists");
  private static final int IN_TITLE = FEATURES.add("in the title");
  private static final int UNDER_GOOD = FEATURES.add("under:winners");
  private static final int UNDER_BAD = FEATURES.add("under:losers");
  private static final int[] CUES = FEATURES.addEach("cue", OutlookCues.features());
  private static final int CUES_NET = FEATURES.add("cues:net");
  private static final int CUES_TOLD = FEATURES.add("cues:told");
  private static final int CUES_OF_NOTHING = FEATURES.add("cues:net beside nothing");
  private static final int SAID_OF_NOTHING = FEATURES.add("said beside nothing");
  private static final int SAID_ALONE = FEATURES.add("said without cues");

  /// The author's stance on the note's subject, by what the name is to it. Who does the same as a
  /// buy is what it is preferred to, who sells to it gains with it.
  private static final int[] ACROSS = FEATURES.addEach("stance across", Industries.Link.values());

  private static final int CONCLUDED = FEATURES.add("the subject has a stance");

  /// Made when it is first asked for, which scoring never does.
  private static final class Contraries {
    static final OutlookContraries OF_FEATURES = new OutlookContraries(FEATURES.all(), signed());
  }

  /// The metric of a price target.
  public static final String TARGET_METRIC = "price_target";

  /// What is added to the gross of what is said, so that one remark is no certainty.
  private static final double UNSURE = 0.5;

  /// The end of a note is what stands after this share of its sentences.
  private static final double CLOSING = 0.85;

  /// How many tokens may stand before a name that opens its sentence, or in a list that does.
  private static final int LEADING = 3;

  private final Reading reading;
  private final List<OutlookVector> vectors = new ArrayList<>();
  private final List<ResolvedMention> stated;
  private final BitSet titles;
  private final CueBalance[] balances;

  /// The places beside expressions, numbered after them.
  private final Map<Wording, Integer> places = new LinkedHashMap<>();

  private OutlookFeatures(Reading reading) {
    this.reading = reading;
    this.stated = reading.stated();
    this.titles = titles(reading);
    this.balances = CueBalance.of(reading.outlooks(), reading.names().names.size());
    for (int i = 0; i < reading.names().names.size(); i++) {
      vectors.add(new OutlookVector());
    }
  }

  /// The names of all features, by their numbers.
  public static List<String> names() {
    return FEATURES.all();
  }

  /// What would tell the contrary: what is said turned round, a sell for a buy, a loser for a
  /// winner; and the same of what says neither.
  public static FeatureVector contrary(FeatureVector features) {
    return Contraries.OF_FEATURES.of(features);
  }

  /// The features whose values turn when good is exchanged for bad.
  private static BitSet signed() {
    BitSet signed = new BitSet();
    Arrays.stream(SAID).forEach(signed::set);
    for (int each : List.of(TARGET, CUES_NET, CUES_OF_NOTHING, SAID_OF_NOTHING, SAID_ALONE)) {
      signed.set(each);
    }
    Arrays.stream(ACROSS).forEach(signed::set);
    return signed;
  }

  /// The features of each name, and the places beside expressions that they come from.
  ///
  /// @param places numbered from the count of the expressions on
  public record Read(List<OutlookVector> vectors, List<Wording> places) {}

  /// Wordings that tell something, by their first and last token.
  public record Wording(int first, int end, String kind) {}

  /// Reads the features of all names of a note. Linear.
  ///
  /// @param facts of the note
  public static Read of(Reading reading, List<FoundFact> facts) {
    OutlookFeatures features = new OutlookFeatures(reading);
    features.addNames();
    features.addSaid();
    features.addHeadings();
    features.addTargets(facts);
    features.addWordings();
    features.addAcross();
    return new Read(features.vectors, new ArrayList<>(features.places.keySet()));
  }

  /// Adds the wordings beside names.
  private void addWordings() {
    for (OutlookCues.Found each : reading.outlooks()) {
      Hit hit = each.hit();
      int place = place(new Wording(hit.first(), hit.end(), hit.cue().kind()));
      OutlookVector vector = vectors.get(each.name());
      vector.add(CUES[each.feature()], each.value(), place);
      double share = balances[each.name()].share(each);
      if (share != 0) {
        vector.add(CUES_NET, share, place);
        vector.add(CUES_OF_NOTHING, share * balances[each.name()].neutral(), place);
      }
    }
    for (int i = 0; i < vectors.size(); i++) {
      vectors.get(i).add(CUES_TOLD, balances[i].told(), FeatureSink.NOWHERE);
    }
  }

  /// Adds to each name the stances that the author takes of the note's subject.
  private void addAcross() {
    Names names = reading.names();
    Stances.Conclusion conclusion = reading.stances().get(names.subject());
    if (conclusion == null) {
      return;
    }
    Security subject = names.names.get(names.subject()).security;
    for (int i = 0; i < vectors.size(); i++) {
      if (i == names.subject()) {
        continue;
      }
      Set<Industries.Link> known =
          Industries.standard().links(names.names.get(i).security, subject);
      Set<Industries.Link> links = known.isEmpty() ? Set.of(Industries.Link.APART) : known;
      for (int stance : conclusion.expressions()) {
        double sign = reading.expressions().get(stance).polarity();
        double share = sign / conclusion.expressions().size();
        for (Industries.Link link : links) {
          vectors.get(i).add(ACROSS[link.ordinal()], share, stance);
        }
      }
      vectors.get(i).add(CONCLUDED, Math.abs(conclusion.sign()), FeatureSink.NOWHERE);
    }
  }

  /// The number of a place; [FeatureSink#NOWHERE] when there are as many, expressions among them,
  /// as a note may have expressions, so that a note stays bounded.
  private int place(Wording wording) {
    int number = reading.expressions().size() + places.size();
    if (number < Reading.MOST_EXPRESSIONS) {
      places.putIfAbsent(wording, number);
    }
    return places.getOrDefault(wording, FeatureSink.NOWHERE);
  }

  /// Adds for each name which way its price target goes, where the note tells that first: "TP 108p
  /// (from 116p)". It tells a hold that has turned sour from one that has not.
  private void addTargets(List<FoundFact> facts) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < vectors.size(); i++) {
      numbers.put(reading.names().names.get(i).security.entityId(), i);
    }
    BitSet told = new BitSet();
    for (FoundFact each : facts) {
      Fact.Change change = each.fact().change();
      if (change == null || !each.fact().metric().equals(TARGET_METRIC)) {
        continue;
      }
      int sign = sign(change.direction());
      Integer name = numbers.get(reading.entityId(each));
      if (name != null && sign != 0 && !told.get(name)) {
        told.set(name);
        int first = reading.tokens().at(each.span().start());
        int end = reading.tokens().at(each.span().end() - 1) + 1;
        vectors.get(name).add(TARGET, sign, place(new Wording(first, end, TARGET_METRIC)));
      }
    }
  }

  private static int sign(Direction direction) {
    return switch (direction) {
      case UP -> 1;
      case DOWN -> -1;
      case FLAT -> 0;
    };
  }

  /// The sentences that begin in a title.
  private static BitSet titles(Reading reading) {
    BitSet titles = new BitSet();
    List<Region> regions = reading.note().regions();
    int region = 0;
    for (int s = 0; s < reading.sentences().size(); s++) {
      int start = reading.sentences().span(s).start();
      while (region < regions.size() && regions.get(region).span().end() <= start) {
        region++;
      }
      titles.set(s, region < regions.size() && regions.get(region).kind() == RegionKind.TITLE);
    }
    return titles;
  }

  private void addNames() {
    Names names = reading.names();
    BitSet alone = new BitSet();
    BitSet titled = new BitSet();
    for (ResolvedMention mention : stated) {
      if (mention.listed() < 2) {
        alone.set(mention.name());
      }
      if (titles.get(reading.sentences().containing(mention.first()))) {
        titled.set(mention.name());
      }
    }
    for (int i = 0; i < vectors.size(); i++) {
      OutlookVector vector = vectors.get(i);
      Name name = names.names.get(i);
      AssetType type = name.security.assetType();
      vector.add(BIAS);
      vector.add(TYPES[type.ordinal()]);
      vector.add(MENTIONS[names.mentionBand(i)]);
      vector.add(SALIENCE[names.salienceBand(i)]);
      if (names.isSubject(i)) {
        vector.add(SALIENT);
      }
      if (i == names.subject()) {
        vector.add(MAIN);
      }
      if (!alone.get(i)) {
        vector.add(ONLY_LISTED);
      }
      if (titled.get(i)) {
        vector.add(IN_TITLE);
      }
    }
  }

  /// Adds what is said of each name as `c / (sum of |c| + UNSURE)` over each part, so that it stays
  /// in (-1, 1) however much is said, and each expression has its exact part of it; and the
  /// author's stances, each by its share of them.
  private void addSaid() {
    List<List<Assignment>> ofName = new ArrayList<>();
    List<BitSet> clauses = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      ofName.add(new ArrayList<>());
      clauses.add(new BitSet());
    }
    for (ResolvedMention mention : stated) {
      clauses.get(mention.name()).set(reading.clauses().of(mention.first()));
    }
    for (Assignment assignment : reading.assignments()) {
      ofName.get(assignment.name()).add(assignment);
    }
    for (int name = 0; name < vectors.size(); name++) {
      List<Assignment> stances = new ArrayList<>();
      List<Assignment> said = new ArrayList<>();
      for (Assignment each : ofName.get(name)) {
        boolean stance = Stances.isStance(reading.expressions().get(each.expression()));
        (stance ? stances : said).add(each);
      }
      OutlookVector vector = vectors.get(name);
      for (Assignment stance : stances) {
        int i = stance.expression();
        int kind = Stances.kind(reading.expressions().get(i));
        vector.add(STANCES[kind], 1.0 / stances.size(), i);
      }
      for (Part part : Part.values()) {
        double gross = UNSURE;
        for (Assignment each : said) {
          gross += isPart(part, name, each, clauses.get(name)) ? Math.abs(said(part, each)) : 0;
        }
        for (Assignment each : said) {
          if (isPart(part, name, each, clauses.get(name))) {
            vector.add(SAID[part.ordinal()], said(part, each) / gross, each.expression());
            addBeside(part, name, said(part, each) / gross, each.expression());
          }
        }
      }
      if (said.isEmpty()) {
        vector.add(UNSAID);
      }
      double net = 0;
      double gross = UNSURE;
      for (Assignment each : said) {
        net += said(Part.ALL, each);
        gross += Math.abs(said(Part.ALL, each));
      }
      double balance = (gross - UNSURE - Math.abs(net)) / gross;
      vector.add(BALANCED, balance, FeatureSink.NOWHERE);
    }
  }

  /// Adds what is said of a name by what the wordings beside it tell.
  private void addBeside(Part part, int name, double said, int expression) {
    if (part != Part.ALL) {
      return;
    }
    CueBalance balance = balances[name];
    vectors.get(name).add(SAID_OF_NOTHING, said * balance.neutral(), expression);
    if (balance.told() == 0) {
      vectors.get(name).add(SAID_ALONE, said, expression);
    }
  }

  /// What an expression says. What is hypothetical hardly counts elsewhere, and in full by itself.
  private double said(Part part, Assignment assignment) {
    Expression expression = reading.expressions().get(assignment.expression());
    return part == Part.HYPOTHETICAL
        ? expression.polarity() * expression.contrast() * assignment.factor()
        : reading.weight(expression, assignment.factor());
  }

  private boolean isPart(Part part, int name, Assignment assignment, BitSet clauses) {
    Expression expression = reading.expressions().get(assignment.expression());
    int sentence = expression.sentence();
    return switch (part) {
      case ALL -> true;
      case OF_SUBJECT, OF_OTHER, OF_GROUP, OF_PRICE -> part == partOf(name);
      case STATED -> clauses.get(expression.clause());
      case TITLE -> titles.get(sentence);
      case OPENING -> !titles.get(sentence) && reading.weights().of(sentence) > 1;
      case CLOSING -> sentence >= CLOSING * reading.sentences().size();
      case CONDITIONAL -> expression.traits().contains(Trait.CONDITIONAL);
      case HYPOTHETICAL -> reading.weights().isHypothetical(sentence);
    };
  }

  private Part partOf(int name) {
    return switch (reading.names().names.get(name).security.assetType()) {
      case GROUP -> Part.OF_GROUP;
      case INDEX, ETF, CRYPTO, FX, COMMODITY, RATE -> Part.OF_PRICE;
      case EQUITY, PRIVATE -> reading.names().isSubject(name) ? Part.OF_SUBJECT : Part.OF_OTHER;
    };
  }

  /// Adds the headings that names stand under which open a sentence, or a list that does.
  private void addHeadings() {
    int[] signs = OutlookHeadings.signs(reading, titles);
    int last = -1;
    int reached = 0;
    for (ResolvedMention mention : stated) {
      int s = reading.sentences().containing(mention.first());
      reached = s == last ? reached : reading.sentences().first(s);
      last = s;
      if (mention.first() - reached > LEADING) {
        continue;
      }
      reached = mention.end();
      if (signs[s] != 0) {
        vectors.get(mention.name()).add(signs[s] > 0 ? UNDER_GOOD : UNDER_BAD);
      }
    }
  }
}
