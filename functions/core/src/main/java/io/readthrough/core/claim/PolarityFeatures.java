package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.ReadNote.Move;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Target.Direction;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.text.InOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What tells which way a claim points: what its sentence says, of whom, which way its figures
/// moved, what its neighbours say, and which way the note points as a whole and for the name that
/// the sentence is about, by the type of the claim: a thesis goes with the author's rating, a risk
/// against it.
///
/// Some features are signed: their values turn when good is exchanged for bad. So an example is
/// also its mirror image, and what is learned of good is learned of bad.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class PolarityFeatures {
  /// What is said adds up to something from here on.
  private static final double SAID = 0.05;

  private static final double MUCH = 0.4;

  /// A conclusion of less leaves open which way the note points.
  private static final double CONCLUDED = 0.1;

  /// How fast more of the same stops to matter.
  private static final double STEEP = 2;

  /// More targets are as many.
  private static final int MANY = 3;

  private static final FeatureNames NAMES = new FeatureNames();
  private static final int BIAS = NAMES.add("bias");
  private static final int[] TYPES = NAMES.addEach("type", Claim.Type.values());
  private static final int NOTHING = NAMES.add("says:nothing");
  private static final int BOTH = NAMES.add("says:both");
  private static final int STRONGLY = NAMES.add("says:strongly");
  private static final int TOLD_MIXED = NAMES.add("told:mixed");
  private static final int OPEN = NAMES.add("conclusion:none");
  private static final int OPEN_SILENT = NAMES.add("conclusion:none and says:nothing");
  private static final int APART = NAMES.add("targets:apart");
  private static final int TARGETS = NAMES.add("targets");
  private static final Map<Integer, Integer> WHO = ofNames("");
  private static final int BALANCE = NAMES.add("signed:balance");
  private static final int SIGN = NAMES.add("signed:sign");
  private static final int OF_SUBJECT = NAMES.add("signed:of the subject");
  private static final int OF_OTHERS = NAMES.add("signed:of others");
  private static final int TOLD = NAMES.add("signed:told");
  private static final int BEFORE = NAMES.add("signed:before");
  private static final int AFTER = NAMES.add("signed:after");
  private static final int[] CONCLUSION =
      NAMES.addEach("signed:conclusion and type", Claim.Type.values());
  private static final int[] CONCLUSION_ALONE =
      NAMES.addEach("signed:conclusion, says:nothing and type", Claim.Type.values());
  private static final int[] NOTE =
      NAMES.addEach("signed:balance of the note and type", Claim.Type.values());
  private static final int[] OUTLOOK =
      NAMES.addEach("signed:outlook and type", Claim.Type.values());
  private static final int[] MOVED = NAMES.addEach("signed:moved", Move.Against.values());
  private static final Map<Integer, Integer> CONCLUSION_WHO = ofNames("signed:conclusion and ");
  private static final Map<Integer, Integer> BALANCE_WHO = ofNames("signed:balance and ");
  private static final ViewFeatures VIEWS = new ViewFeatures(NAMES);
  private static final BitSet SIGNED = signed();

  private final ReadNote note;
  private final List<Sentence> sentences;
  private final List<FeatureVector> claims;
  private final int[] views;
  private final double[] outlooks;

  /// @param sentences of the note, in order
  /// @param claims their [ClaimFeatures]
  PolarityFeatures(ReadNote note, List<Sentence> sentences, List<FeatureVector> claims) {
    this.note = note;
    this.sentences = sentences;
    this.claims = claims;
    this.views = ViewFeatures.table().ids(note.tokens());
    this.outlooks = outlooks(note, sentences);
  }

  /// The names of all features, by their numbers.
  public static List<String> names() {
    return NAMES.all();
  }

  /// What would be so if all that is good were bad, and the other way round.
  public static FeatureVector mirrored(FeatureVector vector) {
    FeatureVector mirrored = new FeatureVector();
    for (int i = 0; i < vector.size(); i++) {
      double sign = SIGNED.get(vector.feature(i)) ? -1 : 1;
      mirrored.add(vector.feature(i), sign * vector.value(i));
    }
    return mirrored;
  }

  /// The features of a claim that sentence `i` makes for certain.
  FeatureVector of(int i, Claim.Type type) {
    double[] types = new double[TYPES.length];
    types[type.ordinal()] = 1;
    return of(i, types);
  }

  /// The features of a claim that sentence `i` makes.
  ///
  /// @param types how likely it is of each type, at least
  FeatureVector of(int i, double[] types) {
    Sentence sentence = sentences.get(i);
    FeatureVector vector = new FeatureVector();
    vector.add(BIAS);
    double[] shares = shares(types);
    addByType(TYPES, shares, 1, vector);
    addSaid(i, vector);
    addConclusion(sentence, shares, vector);
    addByType(OUTLOOK, shares, outlooks[i], vector);
    addMoved(sentence, vector);
    addTargets(sentence, vector);
    addWho(sentence, claims.get(i), vector);
    VIEWS.add(note.tokens(), views, sentence, shares, vector);
    return vector;
  }

  static CueTable table() {
    return ViewFeatures.table();
  }

  /// For each sentence how the note sees the name that it is about: the first that it names, else
  /// the one that the sentence before is about; the note's subject where none was named yet.
  private static double[] outlooks(ReadNote note, List<Sentence> sentences) {
    double[] outlooks = new double[sentences.size()];
    int about = note.subject();
    for (int i = 0; i < outlooks.length; i++) {
      int named = sentences.get(i).found().firstName();
      about = named < 0 ? about : named;
      outlooks[i] = about < 0 ? 0 : note.names().get(about).outlook();
    }
    return outlooks;
  }

  private static BitSet signed() {
    BitSet signed = new BitSet();
    for (int feature = 0; feature < NAMES.all().size(); feature++) {
      signed.set(feature, NAMES.name(feature).startsWith("signed:"));
    }
    return signed;
  }

  private static double[] shares(double[] types) {
    double[] shares = Arrays.copyOf(types, TYPES.length);
    double sum = Arrays.stream(shares).sum();
    for (int t = 0; t < shares.length; t++) {
      shares[t] = sum == 0 ? 0 : shares[t] / sum;
    }
    return shares;
  }

  private void addSaid(int i, FeatureVector vector) {
    Sentence sentence = sentences.get(i);
    double good = 0;
    double bad = 0;
    for (int e : sentence.expressions()) {
      Expression expression = note.expressions().get(e);
      double polarity = expression.polarity() * expression.contrast();
      good += Math.max(0, polarity);
      bad += Math.max(0, -polarity);
    }
    vector.addIf(good + bad < SAID, NOTHING);
    vector.addIf(good > SAID && bad > SAID, BOTH);
    vector.addIf(Math.abs(sentence.polarity()) > MUCH, STRONGLY);
    addSigned(BALANCE, flat(sentence.polarity()), vector);
    addSigned(SIGN, isSilent(sentence) ? 0 : Math.signum(sentence.polarity()), vector);
    addSigned(OF_SUBJECT, flat(sentence.found().said(true)), vector);
    addSigned(OF_OTHERS, flat(sentence.found().said(false)), vector);
    if (i > 0) {
      addSigned(BEFORE, flat(sentences.get(i - 1).polarity()), vector);
    }
    if (i + 1 < sentences.size()) {
      addSigned(AFTER, flat(sentences.get(i + 1).polarity()), vector);
    }
    Direction told = sentence.found().told();
    if (told != null) {
      switch (told) {
        case POSITIVE -> addSigned(TOLD, 1, vector);
        case NEGATIVE -> addSigned(TOLD, -1, vector);
        case MIXED, NEUTRAL -> vector.add(TOLD_MIXED);
      }
    }
  }

  private void addConclusion(Sentence sentence, double[] shares, FeatureVector vector) {
    boolean silent = isSilent(sentence);
    if (isConcluded()) {
      addByType(CONCLUSION, shares, note.conclusion(), vector);
      if (silent) {
        addByType(CONCLUSION_ALONE, shares, note.conclusion(), vector);
      }
    } else {
      vector.add(OPEN);
      vector.addIf(silent, OPEN_SILENT);
      addByType(NOTE, shares, sentence.stance(), vector);
    }
  }

  private void addMoved(Sentence sentence, FeatureVector vector) {
    double[] sums = new double[MOVED.length];
    List<Move> moves = note.moves();
    for (int m = InOrder.firstFrom(moves, Move::token, sentence.first());
        m < moves.size() && moves.get(m).token() < sentence.end();
        m++) {
      sums[moves.get(m).against().ordinal()] += moves.get(m).good();
    }
    for (int against = 0; against < sums.length; against++) {
      addSigned(MOVED[against], StrictMath.tanh(sums[against]), vector);
    }
  }

  private static void addTargets(Sentence sentence, FeatureVector vector) {
    List<Direction> directions = sentence.found().directions();
    vector.add(TARGETS, Math.clamp(directions.size(), 1, MANY));
    boolean good = directions.contains(Direction.POSITIVE);
    boolean bad = directions.contains(Direction.NEGATIVE);
    vector.addIf((good && bad) || directions.contains(Direction.MIXED), APART);
  }

  private void addWho(Sentence sentence, FeatureVector claim, FeatureVector vector) {
    double balance = flat(sentence.polarity());
    for (int i = 0; i < claim.size(); i++) {
      Integer who = WHO.get(claim.feature(i));
      if (who != null) {
        vector.add(who);
        addSigned(BALANCE_WHO.get(claim.feature(i)), balance, vector);
        if (isConcluded()) {
          addSigned(CONCLUSION_WHO.get(claim.feature(i)), note.conclusion(), vector);
        }
      }
    }
  }

  private boolean isConcluded() {
    return Math.abs(note.conclusion()) > CONCLUDED;
  }

  private static boolean isSilent(Sentence sentence) {
    return Math.abs(sentence.polarity()) < SAID;
  }

  private static double flat(double polarity) {
    return StrictMath.tanh(STEEP * polarity);
  }

  private static void addByType(
      int[] features, double[] shares, double value, FeatureVector vector) {
    for (int type = 0; type < features.length; type++) {
      addSigned(features[type], shares[type] * value, vector);
    }
  }

  /// Adds a feature unless it says nothing.
  private static void addSigned(@Nullable Integer feature, double value, FeatureVector vector) {
    if (feature != null && value != 0) {
      vector.add(feature, value);
    }
  }

  /// Features for whom a sentence speaks of, by the numbers of these in [ClaimFeatures].
  private static Map<Integer, Integer> ofNames(String prefix) {
    Map<Integer, Integer> features = new HashMap<>();
    for (int feature : ClaimFeatures.ofNames()) {
      features.put(feature, NAMES.add(prefix + ClaimFeatures.names().get(feature)));
    }
    return features;
  }
}
