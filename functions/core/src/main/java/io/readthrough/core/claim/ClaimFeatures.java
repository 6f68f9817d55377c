package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.cue.Cue;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// What tells whether a sentence makes a claim, and which: the cues of its wording, the section it
/// stands in, how firmly it is said and in which tense, of whom it speaks, its figures, its place.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class ClaimFeatures {
  private static final List<String> FIXED = new ArrayList<>();

  private static final int BIAS = fixed("bias");
  private static final int[] CUES = types("cue");
  private static final int[] CUES_BEFORE = types("cue before");
  private static final CueTable SIGN_TABLE = CueTable.standard("claim/sign-cues.tsv");
  private static final List<String> FAMILIES =
      SIGN_TABLE.cues().stream().map(Cue::kind).distinct().toList();
  private static final int CROWD = FAMILIES.indexOf("crowd");
  private static final int DENIES = FAMILIES.indexOf("denies");
  private static final int MISTAKEN = FAMILIES.indexOf("mistaken");
  private static final int EFFECT = FAMILIES.indexOf("effect");
  private static final int ADVICE = FAMILIES.indexOf("advice");
  private static final int WORTH = FAMILIES.indexOf("worth");
  private static final int AWAITED = FAMILIES.indexOf("awaited");
  private static final int[] SIGNS = levels("sign", FAMILIES.toArray(new String[0]));
  private static final int[] SIGNS_TWICE = levels("signs", FAMILIES.toArray(new String[0]));
  private static final int MISTAKEN_CROWD = fixed("crowd and denies or mistaken");
  private static final int OTHER_AND_EFFECT = fixed("other first and effect");
  private static final int OTHER_AND_ADVICE = fixed("other first and advice");
  private static final int WORTH_AND_FIGURE = fixed("worth and figure");
  private static final int CONDITION_AND_BAD = fixed("condition and bad");
  private static final int CONDITION_AND_GOOD = fixed("condition and good");
  private static final int STATED_HORIZON = fixed("horizon:stated");
  private static final int NAMED_DAY = fixed("horizon:day");
  private static final int AWAITED_AND_DATED = fixed("awaited and dated");
  private static final int[] SECTIONS = types("section");
  private static final int FALSIFIER_SECTION = fixed("section:falsifier");
  private static final int NO_SECTION = fixed("section:none");
  private static final int[] MODALITIES = values("modality", Modality.values());
  private static final int[] TRAITS = values("said", Trait.values());
  private static final int FALSIFIES = fixed("falsifies");
  private static final int NAMES_NOBODY = fixed("names:nobody");
  private static final int NAMES_SUBJECT_FIRST = fixed("names:subject first");
  private static final int NAMES_OTHER_FIRST = fixed("names:other first");
  private static final int NAMES_DRIVER = fixed("names:driver");
  private static final int NAMES_SEVERAL = fixed("names:several others");
  private static final int NAMES_GROUP = fixed("names:group");
  private static final int OPENS_WITH_OTHER = fixed("names:opens with other");
  private static final int EFFECT_ON_OTHERS = fixed("effect:others");
  private static final int[] FIGURES = levels("figures", "none", "one", "two", "more");
  private static final int MULTIPLE = fixed("figure:multiple");
  private static final int PERCENT = fixed("figure:percent");
  private static final int MONEY = fixed("figure:money");
  private static final int PERIOD = fixed("figure:period");
  private static final int POSITIVE = fixed("says:good");
  private static final int NEGATIVE = fixed("says:bad");
  private static final int SAYS_NOTHING = fixed("says:nothing");
  private static final int SAYS_BOTH = fixed("says:both");
  private static final int FOR = fixed("stance:for");
  private static final int AGAINST = fixed("stance:against");
  private static final int WITH_STANCE = fixed("says:with the stance");
  private static final int AGAINST_STANCE = fixed("says:against the stance");
  private static final int PAST = fixed("tense:past");
  private static final int PRESENT = fixed("tense:present");
  private static final int FUTURE = fixed("tense:future");
  private static final int REPORT = fixed("tense:past with figures");
  private static final int WE = fixed("we");
  private static final int ASKS = fixed("asks");
  private static final int AFTER_QUESTION = fixed("after a question");
  private static final int QUOTES = fixed("quotes");
  private static final int RATES = fixed("rates");
  private static final int[] LENGTHS = levels("length", "brief", "short", "usual", "long");
  private static final int[] PLACES = levels("place", "first", "opening", "middle", "end");
  private static final int PARAGRAPH_FIRST = fixed("paragraph:first");
  private static final int PARAGRAPH_LAST = fixed("paragraph:last");
  private static final int LISTED = fixed("listed");

  private static final int BRIEF = 7;
  private static final int SHORT = 14;
  private static final int USUAL = 26;

  /// Verbs that report, in the past tense, beside those that end in "-ed".
  private static final WordTable PAST_VERBS =
      WordTable.of(
          "rose fell grew came went was were had did beat lost won made took gave sold bought paid"
              + " cost hit cut said told saw held kept left met built spent ran began slid shrank"
              + " sank swung drew brought became put set shed");

  private ClaimFeatures() {}

  /// The names of all features, by their numbers.
  public static List<String> names() {
    return List.copyOf(FIXED);
  }

  static CueTable table() {
    return SIGN_TABLE;
  }

  /// A sentence that may make a claim.
  public record Candidate(TextSpan span, FeatureVector features) {}

  /// The sentences of a note that may make a claim, in order.
  public static List<Candidate> candidates(ReadNote note) {
    List<FoundView> views = ViewFinder.find(note);
    List<Sentence> sentences = new SentenceReader(note, views).read();
    List<FeatureVector> vectors = of(note, views, sentences);
    List<Candidate> candidates = new ArrayList<>(sentences.size());
    for (int i = 0; i < vectors.size(); i++) {
      Sentence sentence = sentences.get(i);
      candidates.add(
          new Candidate(note.tokens().span(sentence.first(), sentence.end()), vectors.get(i)));
    }
    return candidates;
  }

  /// The features of sentences of one note, which are in order.
  static List<FeatureVector> of(ReadNote note, List<FoundView> views, List<Sentence> sentences) {
    BitSet named = new BitSet();
    note.mentions().forEach(mention -> named.set(mention.first(), mention.end()));
    BitSet viewed = new BitSet();
    for (FoundView view : views) {
      viewed.set(note.sentences().containing(note.tokens().at(view.span().start())));
    }
    List<FeatureVector> vectors = new ArrayList<>(sentences.size());
    int[] ids = SIGN_TABLE.ids(note.tokens());
    Sentence before = null;
    for (Sentence sentence : sentences) {
      FeatureVector vector = new FeatureVector();
      vector.add(BIAS);
      addWording(note, sentence, vector);
      addNames(sentence, vector);
      addTokens(note.tokens(), sentence, named, vector);
      addPlace(note, sentence, vector);
      addSigns(note.tokens(), ids, sentence, vector);
      if (viewed.get(sentence.index())) {
        vector.add(RATES);
      }
      if (before != null && before.index() == sentence.index() - 1) {
        addBefore(note.tokens(), before, sentence, vector);
      }
      vectors.add(vector);
      before = sentence;
    }
    return vectors;
  }

  private static void addWording(ReadNote note, Sentence sentence, FeatureVector vector) {
    for (int type = 0; type < CUES.length; type++) {
      if (sentence.weights()[type] > 0) {
        vector.add(CUES[type], sentence.weights()[type]);
      }
    }
    vector.add(section(sentence));
    vector.add(MODALITIES[sentence.modality().ordinal()]);
    if (sentence.isFalsifier()) {
      vector.add(FALSIFIES);
    }
    double good = 0;
    double bad = 0;
    BitSet traits = new BitSet();
    for (int i : sentence.expressions()) {
      Expression expression = note.expressions().get(i);
      double polarity = expression.polarity() * expression.contrast();
      good += Math.max(0, polarity);
      bad += Math.max(0, -polarity);
      expression.traits().forEach(trait -> traits.set(trait.ordinal()));
    }
    traits.stream().forEach(trait -> vector.add(TRAITS[trait]));
    if (good + bad == 0) {
      vector.add(SAYS_NOTHING);
    }
    if (good > 0) {
      vector.add(POSITIVE, Math.min(1, good));
    }
    if (bad > 0) {
      vector.add(NEGATIVE, Math.min(1, bad));
    }
    addIf(good > 0 && bad > 0, SAYS_BOTH, vector);
    addIf(sentence.stance() > 0, FOR, vector);
    addIf(sentence.stance() < 0, AGAINST, vector);
    double agreement = (good - bad) * sentence.stance();
    addIf(agreement > 0, WITH_STANCE, vector);
    addIf(agreement < 0, AGAINST_STANCE, vector);
  }

  private static void addSigns(Tokens tokens, int[] ids, Sentence sentence, FeatureVector vector) {
    BitSet once = new BitSet();
    BitSet twice = new BitSet();
    for (Hit hit : SIGN_TABLE.find(tokens, ids, sentence.first(), sentence.end())) {
      int family = FAMILIES.indexOf(hit.cue().kind());
      if (once.get(family)) {
        twice.set(family);
      }
      once.set(family);
    }
    once.stream().forEach(family -> vector.add(SIGNS[family]));
    twice.stream().forEach(family -> vector.add(SIGNS_TWICE[family]));
    boolean figure = !vector.has(FIGURES[0]);
    boolean otherFirst = vector.has(NAMES_OTHER_FIRST);
    boolean conditional = sentence.modality() == Modality.CONDITIONAL;
    boolean dated = sentence.horizon().stated();
    addIf(once.get(CROWD) && (once.get(DENIES) || once.get(MISTAKEN)), MISTAKEN_CROWD, vector);
    addIf(otherFirst && once.get(EFFECT), OTHER_AND_EFFECT, vector);
    addIf(otherFirst && once.get(ADVICE), OTHER_AND_ADVICE, vector);
    addIf(figure && once.get(WORTH), WORTH_AND_FIGURE, vector);
    addIf(conditional && sentence.polarity() < 0, CONDITION_AND_BAD, vector);
    addIf(conditional && sentence.polarity() > 0, CONDITION_AND_GOOD, vector);
    addIf(dated, STATED_HORIZON, vector);
    addIf(sentence.namesDay(), NAMED_DAY, vector);
    addIf((dated || sentence.namesDay()) && once.get(AWAITED), AWAITED_AND_DATED, vector);
  }

  private static int section(Sentence sentence) {
    String section = sentence.section();
    if (section == null || section.equals("none")) {
      return NO_SECTION;
    }
    return section.equals("falsifier")
        ? FALSIFIER_SECTION
        : SECTIONS[Claim.Type.valueOf(section.toUpperCase(Locale.ROOT)).ordinal()];
  }

  private static void addNames(Sentence sentence, FeatureVector vector) {
    switch (sentence.found().firstNamed()) {
      case NOBODY -> vector.add(NAMES_NOBODY);
      case SUBJECT -> vector.add(NAMES_SUBJECT_FIRST);
      case OTHER -> vector.add(NAMES_OTHER_FIRST);
    }
    if (sentence.found().others() > 1) {
      vector.add(NAMES_SEVERAL);
    }
    if (sentence.found().namesDriver()) {
      vector.add(NAMES_DRIVER);
    }
    if (sentence.found().namesGroup()) {
      vector.add(NAMES_GROUP);
    }
    if (sentence.found().opensWithOther(sentence.first())) {
      vector.add(OPENS_WITH_OTHER);
    }
    if (sentence.found().hasOthers()) {
      vector.add(EFFECT_ON_OTHERS);
    }
  }

  private static void addTokens(
      Tokens tokens, Sentence sentence, BitSet named, FeatureVector vector) {
    int figures = 0;
    boolean past = false;
    boolean present = false;
    boolean future = false;
    boolean we = false;
    boolean quotes = false;
    BitSet kinds = new BitSet();
    for (int i = sentence.first(); i < sentence.end(); i++) {
      TokenKind kind = tokens.kind(i);
      kinds.set(kind.ordinal());
      figures += kind.isFigure() ? 1 : 0;
      quotes |= tokens.isMark(i, '"') || tokens.isMark(i, '\u201c');
      if (kind != TokenKind.WORD || named.get(i)) {
        continue;
      }
      we |= tokens.is(i, "we") || tokens.is(i, "our") || tokens.is(i, "i");
      boolean did = PAST_VERBS.find(tokens, i) >= 0 || endsInEd(tokens, i);
      past |= did;
      future |= tokens.is(i, "will") || tokens.is(i, "would") || tokens.is(i, "should");
      present |= !did && isPresent(tokens, i);
    }
    vector.add(FIGURES[Math.min(figures, FIGURES.length - 1)]);
    addIf(kinds.get(TokenKind.MULTIPLE.ordinal()), MULTIPLE, vector);
    addIf(kinds.get(TokenKind.PERCENT.ordinal()), PERCENT, vector);
    addIf(kinds.get(TokenKind.MONEY.ordinal()), MONEY, vector);
    addIf(kinds.get(TokenKind.PERIOD.ordinal()), PERIOD, vector);
    addIf(past, PAST, vector);
    addIf(present, PRESENT, vector);
    addIf(future, FUTURE, vector);
    addIf(past && !present && !future && figures > 0, REPORT, vector);
    addIf(we, WE, vector);
    addIf(quotes, QUOTES, vector);
    addIf(isQuestion(tokens, sentence), ASKS, vector);
  }

  private static boolean endsInEd(Tokens tokens, int i) {
    int end = tokens.end(i);
    return end - tokens.start(i) > 3
        && tokens.foldedAt(end - 1) == 'd'
        && tokens.foldedAt(end - 2) == 'e';
  }

  private static boolean isPresent(Tokens tokens, int i) {
    WordClass wordClass = WordClass.of(tokens, i);
    return wordClass == WordClass.BE || tokens.is(i, "has") || tokens.is(i, "have");
  }

  private static boolean isQuestion(Tokens tokens, Sentence sentence) {
    return tokens.isMark(sentence.end() - 1, '?');
  }

  private static void addPlace(ReadNote note, Sentence sentence, FeatureVector vector) {
    Tokens tokens = note.tokens();
    int length = sentence.end() - sentence.first();
    int level = length <= BRIEF ? 0 : length <= SHORT ? 1 : length <= USUAL ? 2 : 3;
    vector.add(LENGTHS[level]);
    double place = (double) sentence.first() / tokens.size();
    vector.add(PLACES[sentence.index() == 0 ? 0 : place < 0.15 ? 1 : place < 0.8 ? 2 : 3]);
    addIf(tokens.paragraphBefore(sentence.first()), PARAGRAPH_FIRST, vector);
    boolean last = sentence.end() == tokens.size() || tokens.paragraphBefore(sentence.end());
    addIf(last, PARAGRAPH_LAST, vector);
    boolean listed =
        tokens.lineBefore(sentence.first()) && !tokens.paragraphBefore(sentence.first());
    addIf(listed, LISTED, vector);
  }

  private static void addBefore(
      Tokens tokens, Sentence before, Sentence sentence, FeatureVector vector) {
    if (tokens.paragraphBefore(sentence.first())) {
      return;
    }
    for (int type = 0; type < CUES_BEFORE.length; type++) {
      if (before.weights()[type] >= 1) {
        vector.add(CUES_BEFORE[type]);
      }
    }
    addIf(isQuestion(tokens, before), AFTER_QUESTION, vector);
  }

  private static void addIf(boolean is, int feature, FeatureVector vector) {
    if (is) {
      vector.add(feature);
    }
  }

  private static int fixed(String name) {
    FIXED.add(name);
    return FIXED.size() - 1;
  }

  private static int[] types(String family) {
    return values(family, Claim.Type.values());
  }

  private static int[] values(String family, Enum<?>[] values) {
    int[] features = new int[values.length];
    for (Enum<?> value : values) {
      features[value.ordinal()] = fixed(family + ":" + value.name().toLowerCase(Locale.ROOT));
    }
    return features;
  }

  private static int[] levels(String family, String... levels) {
    int[] features = new int[levels.length];
    for (int i = 0; i < levels.length; i++) {
      features[i] = fixed(family + ":" + levels[i]);
    }
    return features;
  }
}
