package io.readthrough.core.score.feature;

import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.MentionRole;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.text.Tokens;
import java.util.Arrays;
import java.util.List;

/// Reads the features of what a text says: of a name, or as a whole. What the rules composed comes
/// first; words count beside it for what no rule knows.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class FeatureReader {
  /// What is spoken is read by its tone unless it says news that is clearly good or bad: unless its
  /// score as any text is this far from 0. "Well, the company is bankrupt" is no calm answer.
  public static final double CLEAR_NEWS = 0.8;

  /// The key of the feature that every answer has: a model that knows it has learned from speech.
  public static final long OF_EVERY_ANSWER = SpeechFeatures.ALWAYS;

  /// What trouble counts that somebody speaks of in an answer: as often as not he says what is done
  /// about it.
  private static final double TROUBLE_TOLD = 0.7;

  private static final long[] ROLES = new long[MentionRole.values().length];

  private static final long[] LISTED = sizes("listed ", 4);
  private static final long[] MENTIONS = sizes("mentions ", 3);
  private static final long[] AT = sizes("at ", 4);

  static {
    for (MentionRole role : MentionRole.values()) {
      ROLES[role.ordinal()] = FeatureKeys.of(FeatureFamily.ROLE, role.name());
    }
  }

  private final TextReading reading;
  private final FeatureIndex index;
  private final TextCues cues;
  private final ExpressionFeatures expressions;
  private final OrderFeatures order;
  private final WordFeatures words;

  /// What each expression says, with its sentence's weight.
  private final double[] strengths;

  private final int[] sentenceOfMention;

  /// Prepares what the features of all names share.
  ///
  /// @param index numbers the features that count; the sinks go by the same numbers
  public FeatureReader(TextReading reading, EntryKeys keys, FeatureIndex index) {
    this.reading = reading;
    this.index = index;
    List<Expression> all = reading.expressions();
    strengths = new double[all.size()];
    for (int i = 0; i < strengths.length; i++) {
      Expression e = all.get(i);
      boolean concludes = e.traits().contains(Trait.STANCE);
      strengths[i] = concludes ? 0 : e.polarity() * e.contrast() * reading.weights()[e.sentence()];
    }
    List<ResolvedMention> mentions = reading.targets().mentions();
    sentenceOfMention = new int[mentions.size()];
    for (int m = 0; m < sentenceOfMention.length; m++) {
      sentenceOfMention[m] = reading.sentences().containing(mentions.get(m).first());
    }
    cues = new TextCues(reading.tokens(), reading.sentences(), index);
    words = new WordFeatures(reading, sentenceOfMention, cues.kind(), index);
    expressions = new ExpressionFeatures(reading, keys, index);
    order = new OrderFeatures(reading, keys, index, sentenceOfMention, words);
  }

  /// Whether somebody speaks, and says all of the text.
  public boolean isSpoken() {
    return cues.kind() == TextKind.SPEECH;
  }

  /// Whether the index has learned from speech.
  public boolean knowsSpeech() {
    return index.find(OF_EVERY_ANSWER) != FeatureIndex.ABSENT;
  }

  /// Gives the features that a text as a whole has as speech.
  ///
  /// @param importance of each expression for the whole, in [0, 1]
  public void readSpeech(double[] importance, FeatureSink sink) {
    double[] signed = strengths.clone();
    for (int i = 0; i < signed.length; i++) {
      signed[i] *= importance[i];
    }
    new SpeechFeatures(reading, words, index).read(signed, sink);
  }

  /// Gives the features that a text as a whole has as any text.
  ///
  /// @param importance of each expression for the whole, in [0, 1]
  public void readText(double[] importance, FeatureSink sink) {
    Relation[] relations = new Relation[strengths.length];
    Arrays.fill(relations, Relation.OWN);
    double[] signed = new double[strengths.length];
    for (int i = 0; i < signed.length; i++) {
      boolean told = strengths[i] < 0 && isSpoken();
      signed[i] = strengths[i] * importance[i] * (told ? TROUBLE_TOLD : 1);
    }
    cues.read(true, sink);
    expressions.readWhole(relations, signed, sink);
    words.readWhole(sink);
  }

  /// Gives the features of what is said of a name.
  ///
  /// @param same for every name, a number that it shares with the names that are spelled alike
  public void read(int name, int[] same, FeatureSink sink) {
    cues.read(false, sink);
    int first = -1;
    int count = 0;
    List<ResolvedMention> mentions = reading.targets().mentions();
    for (int m = 0; m < mentions.size(); m++) {
      if (mentions.get(m).name() == name && mentions.get(m).stated()) {
        first = first < 0 ? m : first;
        count++;
      }
    }
    Relation[] relations = new Relation[strengths.length];
    double[] signed = relate(name, same, first, relations);
    expressions.read(relations, signed, sink);
    if (first >= 0) {
      ResolvedMention mention = mentions.get(first);
      role(mention, sentenceOfMention[first], count, sink);
      expressions.readRole(mention.role(), relations, signed, sink);
      order.read(name, relations, signed, sink);
    }
    words.read(name, count, sink);
  }

  private void role(ResolvedMention mention, int sentence, int count, FeatureSink sink) {
    cue(ROLES[mention.role().ordinal()], sink);
    cue(LISTED, mention.listed(), sink);
    cue(MENTIONS, count, sink);
    int at = mention.first() - reading.sentences().first(sentence) + 1;
    cue(AT, TextKind.log2(at), sink);
  }

  private void cue(long[] sizes, int size, FeatureSink sink) {
    cue(sizes[Math.min(sizes.length - 1, size)], sink);
  }

  private void cue(long key, FeatureSink sink) {
    sink.add(index.find(key), 0, 1, FeatureSink.NOWHERE);
  }

  /// The keys of "listed 0" to "listed 4" and the like.
  private static long[] sizes(String name, int most) {
    long[] keys = new long[most + 1];
    for (int size = 0; size <= most; size++) {
      keys[size] = FeatureKeys.of(FeatureFamily.ROLE, name + size);
    }
    return keys;
  }

  /// Fills `relations`; answers what each expression says by them.
  private double[] relate(int name, int[] same, int first, Relation[] relations) {
    List<Expression> all = reading.expressions();
    int clause =
        first < 0
            ? TargetAssigner.NOBODY
            : reading.clauses().of(reading.targets().mentions().get(first).first());
    int sentence = first < 0 ? TargetAssigner.NOBODY : sentenceOfMention[first];
    double[] signed = strengths.clone();
    for (int i = 0; i < relations.length; i++) {
      relations[i] =
          all.get(i).sentence() == sentence ? Relation.SENTENCE_FREE : Relation.ELSEWHERE_FREE;
    }
    for (Assignment assignment : reading.targets().assignments()) {
      int i = assignment.expression();
      if (assignment.name() == name) {
        relations[i] = assignment.factor() < 0 ? Relation.OPPOSED : Relation.OWN;
        signed[i] = strengths[i] * assignment.factor();
      } else if (relations[i].compareTo(Relation.SAME) > 0) {
        relations[i] =
            same[assignment.name()] == same[name]
                ? Relation.SAME
                : ofOther(all.get(i), clause, sentence);
      }
    }
    return signed;
  }

  private static Relation ofOther(Expression expression, int clause, int sentence) {
    if (expression.clause() == clause) {
      return Relation.CLAUSE_OTHER;
    }
    return expression.sentence() == sentence ? Relation.SENTENCE_OTHER : Relation.ELSEWHERE_OTHER;
  }

  /// The key of the feature that the word at a token is by itself; the same for all its forms.
  public static long wordKey(Tokens tokens, int token) {
    return FeatureKeys.of(FeatureFamily.WORD, WordHash.of(tokens, token));
  }
}
