package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample note against its golden file, which a person has read: what the parser makes of it.
/// After a change that is meant, `-Dgolden=write` writes them anew, to be read again.
class GoldenNotesTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");
  private static final int WORDS = 7;

  static List<Path> notes() throws IOException {
    try (Stream<Path> files = Files.list(RawNotes.samples())) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void readsTheSample(Path note) throws IOException {
    String filename = note.getFileName().toString();
    ParsedNote parsed = RawNotes.parsed(RawNotes.parse(filename, Files.readAllBytes(note)));

    RawNotes.checkInvariants(parsed);
    Path golden = GOLDEN.resolve(filename + ".golden");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, describe(parsed));
    }
    assertThat(describe(parsed)).isEqualTo(Files.readString(golden, UTF_8));
  }

  @Test
  void everyGoldenFileHasItsSample() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              notes().stream().map(note -> note.getFileName() + ".golden").toList());
    }
  }

  private static String describe(ParsedNote note) {
    StringBuilder lines = new StringBuilder();
    line(lines, "parser", note.parser());
    line(lines, "media type", note.source().mediaType());
    line(lines, "language", note.language());
    line(lines, "title", note.title());
    line(lines, "author", note.author());
    line(lines, "vendor", note.vendor());
    line(lines, "url", note.url());
    line(lines, "published", note.publication().at() + " " + note.publication().basis());
    line(lines, "coverage", String.format(Locale.ROOT, "%.3f", note.textCoverage()));
    RatingBox box = note.ratingBox();
    if (box != null) {
      line(lines, "rating", box.rating() + " <- " + box.previousRating());
      String targets = box.target() + " <- " + box.previousTarget() + " " + box.currency();
      line(lines, "target", targets);
    }
    note.vendorScores()
        .forEach(score -> line(lines, "vendor score", score.name() + " = " + score.printed()));
    note.warnings().forEach(warning -> line(lines, "warning", warning));
    for (Region region : note.regions()) {
      String words = shortened(region.span().of(note.text()));
      line(lines, region.kind().name(), region.span().length() + " characters: " + words);
    }
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, @Nullable String value) {
    lines.append(name).append(": ").append(value).append('\n');
  }

  private static String shortened(String text) {
    String[] words = text.strip().split("\\s+", -1);
    if (words.length <= 2 * WORDS) {
      return String.join(" ", words);
    }
    return String.join(" ", Arrays.copyOf(words, WORDS))
        + " ... "
        + String.join(" ", Arrays.copyOfRange(words, words.length - WORDS, words.length));
  }
}
