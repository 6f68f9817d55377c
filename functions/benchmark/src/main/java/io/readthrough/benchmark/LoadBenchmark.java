package io.readthrough.benchmark;

import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.security.SecurityMentions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// What a cold start pays before the first note: the first load in a fresh JVM, with the compiler
/// that the managed runtime uses.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 9,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
public class LoadBenchmark {
  /// Loads the lexicon.
  @Benchmark
  public Lexicon lexicon() {
    return Lexicon.standard();
  }

  /// Loads the learned weights.
  @Benchmark
  public SentimentModel weights() {
    return SentimentModel.standard();
  }

  /// Loads the securities.
  @Benchmark
  public SecurityMentions securities() {
    return SecurityMentions.standard();
  }

  /// Makes the scorer: the lexicon, the securities, the metrics, the weights.
  @Benchmark
  public NoteScorer scorer() {
    return NoteScorer.standard();
  }
}
