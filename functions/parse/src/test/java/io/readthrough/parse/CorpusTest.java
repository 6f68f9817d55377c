package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.Region;
import io.readthrough.parse.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every document of the corpus against its golden file, which a person has read: all outcomes with
/// all their text. After a change that is meant, `-Dgolden=write` writes them anew.
class CorpusTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/corpus");

  static Set<String> documents() {
    return Corpus.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsTheDocument(String filename) throws IOException {
    List<ParseOutcome> outcomes = RawNotes.parseAll(filename, Corpus.document(filename));

    String described = describe(outcomes);
    Path golden = GOLDEN.resolve(filename + ".golden");
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, described);
    }
    assertThat(described).isEqualTo(Files.readString(golden, UTF_8));
    for (ParseOutcome outcome : outcomes) {
      if (outcome instanceof ParseOutcome.Parsed parsed) {
        RawNotes.checkInvariants(parsed.note());
        assertThat(parsed.note().text())
            .doesNotContain("HIDDEN", "WHITEBUY", "TINYBUY", "OUTSIDEBUY", "UNDRAWNBUY", "GONEBUY")
            .doesNotContain("DELETED", "BESIDEBUY", "GENERATOR");
      }
    }
  }

  @Test
  void everyGoldenFileHasItsDocument() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              documents().stream().map(name -> name + ".golden").toList());
    }
  }

  private static String describe(List<ParseOutcome> outcomes) {
    StringBuilder lines = new StringBuilder();
    for (ParseOutcome outcome : outcomes) {
      NoteSource.Part part = outcome.source().part();
      lines.append("== ").append(part == null ? "the object" : part.path()).append('\n');
      switch (outcome) {
        case ParseOutcome.Parsed parsed -> describe(parsed.note(), lines);
        case ParseOutcome.Unpacked unpacked ->
            lines.append("unpacked: ").append(unpacked.parts().size()).append(" notes\n");
        case ParseOutcome.Rejected rejected ->
            lines.append(rejected.reason()).append(": ").append(rejected.detail()).append('\n');
        case ParseOutcome.Removed removed -> lines.append("removed\n");
      }
    }
    return lines.toString();
  }

  private static void describe(ParsedNote note, StringBuilder lines) {
    lines.append(note.parser()).append(", ").append(note.source().mediaType());
    lines.append(", ").append(note.language()).append('\n');
    lines.append("title: ").append(note.title()).append('\n');
    lines.append("author: ").append(note.author()).append('\n');
    lines.append("vendor: ").append(note.vendor()).append('\n');
    lines.append("url: ").append(note.url()).append('\n');
    lines.append("published: ").append(note.publication().at()).append(' ');
    lines.append(note.publication().basis()).append(' ');
    lines.append(note.publication().zone()).append('\n');
    lines.append("tickers: ").append(note.tickers()).append('\n');
    lines.append("parts: ").append(note.parts().size()).append('\n');
    lines.append(String.format(Locale.ROOT, "coverage: %.3f%n", note.textCoverage()));
    RatingBox box = note.ratingBox();
    if (box != null) {
      lines.append("rating: ").append(box.rating()).append(" <- ").append(box.previousRating());
      lines.append(", target: ").append(box.target()).append(" <- ").append(box.previousTarget());
      lines.append(' ').append(box.currency()).append('\n');
    }
    note.vendorScores()
        .forEach(s -> lines.append("vendor score: " + s.name() + " = " + s.printed() + "\n"));
    note.warnings().forEach(warning -> lines.append("warning: ").append(warning).append('\n'));
    for (Region region : note.regions()) {
      lines.append('[').append(region.kind());
      lines.append(region.page() == null ? "" : ", page " + region.page()).append("]\n");
      lines.append(region.span().of(note.text())).append('\n');
    }
  }
}
