package io.readthrough.benchmark;

import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.lexicon.Match;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.security.Mention;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/// The stages of scoring, warm: microseconds for a note of 5,000 characters, so 500 are 10 MB/s.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScoringBenchmark {
  private final Lexicon lexicon = Lexicon.standard();
  private final SecurityMentions securities = SecurityMentions.standard();
  private final NoteScorer scorer = NoteScorer.standard();
  private List<Read> notes = List.of();
  private int next;

  /// A note and what its earlier stages made of it.
  private record Read(
      ParsedNote note, Tokens tokens, Sentences sentences, Clauses clauses, List<Match> matches) {}

  /// Reads the sample notes.
  @Setup
  public void read() throws IOException {
    notes = SampleNotes.texts().stream().map(this::read).toList();
  }

  private Read read(String text) {
    Tokens tokens = Tokens.of(text);
    Sentences sentences = Sentences.of(tokens);
    return new Read(
        SampleNotes.note(text),
        tokens,
        sentences,
        Clauses.of(tokens, sentences),
        lexicon.match(tokens));
  }

  private Read next() {
    next = (next + 1) % notes.size();
    return notes.get(next);
  }

  /// Cuts a text into tokens.
  @Benchmark
  public Tokens tokenise() {
    return Tokens.of(next().note().text());
  }

  /// Cuts tokens into sentences and clauses.
  @Benchmark
  public Clauses split() {
    Tokens tokens = next().tokens();
    return Clauses.of(tokens, Sentences.of(tokens));
  }

  /// Finds the lexicon's entries.
  @Benchmark
  public List<Match> match() {
    return lexicon.match(next().tokens());
  }

  /// Finds the securities.
  @Benchmark
  public List<Mention> mentions() {
    return securities.find(next().tokens());
  }

  /// Composes expressions from the entries that were found.
  @Benchmark
  public List<Expression> compose() {
    Read read = next();
    return Composer.compose(read.tokens(), read.sentences(), read.clauses(), read.matches());
  }

  /// Scores a note, all stages together.
  @Benchmark
  public ScoredNote score() {
    return scorer.score(next().note());
  }
}
