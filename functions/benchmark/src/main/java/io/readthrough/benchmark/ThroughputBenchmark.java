package io.readthrough.benchmark;

import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.lexicon.Match;
import io.readthrough.core.model.LogOdds;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.feature.FeatureReader;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.score.stance.Stance;
import io.readthrough.core.score.stance.StanceFinder;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.score.target.Targets;
import io.readthrough.core.security.Mention;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How much text one thread scores in a second, warm: notes of 5,000 characters a second and,
/// beside them, megabytes a second. With `-prof gc` also what a note allocates
/// (`gc.alloc.rate.norm`). The collector is the one that a process of the score function's memory
/// takes by itself.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ThroughputBenchmark {
  private final Lexicon lexicon = Lexicon.standard();
  private final SentimentModel model = SentimentModel.standard();
  private final NoteScorer scorer = NoteScorer.standard();
  private List<Named> notes = List.of();
  private int next;

  /// A note and the names in it.
  private record Named(ParsedNote note, List<NameMention> mentions, int names, BitSet tokens) {}

  /// What was read, for the rate.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Text {
    /// Of 1,000,000 characters.
    public double megabytes;

    void read() {
      megabytes += SampleNotes.LENGTH / 1e6;
    }
  }

  /// Reads the sample notes and finds their names.
  @Setup
  public void read() throws IOException {
    SecurityMentions securities = SecurityMentions.standard();
    notes = SampleNotes.texts().stream().map(text -> named(text, securities)).toList();
  }

  private static Named named(String text, SecurityMentions securities) {
    Tokens tokens = Tokens.of(text);
    Map<String, Integer> numbers = new HashMap<>();
    List<NameMention> mentions = new ArrayList<>();
    BitSet named = new BitSet();
    for (Mention mention : securities.find(tokens)) {
      String id = mention.security().entityId();
      int number = numbers.computeIfAbsent(id, unknown -> numbers.size());
      int first = tokens.at(mention.span().start());
      int end = tokens.at(mention.span().end() - 1) + 1;
      mentions.add(new NameMention(number, first, end));
      named.set(first, end);
    }
    return new Named(SampleNotes.note(text), mentions, numbers.size(), named);
  }

  private Named next() {
    next = (next + 1) % notes.size();
    return notes.get(next);
  }

  /// The scorer alone: from characters to the score of the note and of each of its names, and what
  /// every expression and every sentence adds to each. The names are given; facts, claims, events
  /// and the sentences of the reasoning are no part of it.
  @Benchmark
  public double scorer(Text read) {
    read.read();
    Named named = next();
    Tokens tokens = Tokens.of(named.note().text());
    Sentences sentences = Sentences.of(tokens);
    Clauses clauses = Clauses.of(tokens, sentences);
    List<Match> matches = lexicon.match(tokens);
    List<Stance> stances =
        StanceFinder.find(tokens, sentences, clauses, named.mentions(), name -> name == 0, 0);
    List<Expression> expressions =
        Composer.compose(tokens, sentences, clauses, matches, named.tokens()::get);
    Targets targets =
        TargetAssigner.assign(
            tokens, sentences, clauses, expressions, named.mentions(), 0, name -> true);
    double[] weights = new double[sentences.size()];
    Arrays.fill(weights, 1);
    TextReading reading =
        new TextReading(tokens, sentences, clauses, matches, expressions, targets, weights);
    FeatureReader features = new FeatureReader(reading, scorer.keys(), model);
    double[] importance = new double[expressions.size()];
    Arrays.fill(importance, 1);
    LogOdds whole = odds(reading);
    features.readText(importance, whole);
    double sum = stances.size() + explained(whole, reading);
    int[] same = new int[named.names()];
    Arrays.setAll(same, name -> name);
    for (int name : same) {
      LogOdds odds = odds(reading);
      features.read(name, same, odds);
      sum += explained(odds, reading);
    }
    return sum;
  }

  private LogOdds odds(TextReading reading) {
    return new LogOdds(model, reading.expressions().size(), reading.tokens().size());
  }

  /// The score, and a sum of all that explains it, so that none of it is left out.
  private static double explained(LogOdds odds, TextReading reading) {
    double sum = odds.score() + odds.positive() + odds.negative() + odds.baseline();
    for (int i = 0; i < reading.expressions().size(); i++) {
      sum += odds.ofExpression(i);
    }
    Sentences sentences = reading.sentences();
    for (int s = 0; s < sentences.size(); s++) {
      sum += odds.ofTokens(sentences.first(s), sentences.end(s));
    }
    return sum;
  }

  /// All that is made of a note: names, scores, facts, claims, events, evidence, reasoning.
  @Benchmark
  public ScoredNote whole(Text read) {
    read.read();
    return scorer.score(next().note());
  }
}
