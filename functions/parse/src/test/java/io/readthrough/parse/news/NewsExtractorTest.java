package io.readthrough.parse.news;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.parse.RawNotes;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsExtractorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"title", "text", "time", "tickers", "url", "source", "author", "identity"})
  void ofTheFieldsInTheReadmesTableTheFirstThatHasAValueCounts(String told) throws IOException {
    List<String> fields = fields(told);
    assertThat(fields).hasSizeGreaterThan(3);
    for (int first = 0; first < fields.size(); first++) {
      assertThat(read(told, object(told, fields, first)))
          .as(fields.get(first))
          .isEqualTo(value(told, first));
    }
  }

  @Test
  void whatANoteIsRelatedToIsNotItsSubjectWhereItNamesOne() {
    assertThat(
            extract("{\"title\":\"T\",\"tickers\":[\"NVDA\"],\"related\":\"MSFT, INTC\"}")
                .metadata()
                .tickers())
        .containsExactly("NVDA");
    assertThat(extract("{\"title\":\"T\",\"related\":\"MSFT, INTC\"}").metadata().tickers())
        .containsExactly("MSFT", "INTC");
  }

  /// The fields that the README gives for what they tell, the first that counts first.
  private static List<String> fields(String told) throws IOException {
    List<String> readme = Files.readAllLines(RawNotes.samples().resolve("../../README.md"), UTF_8);
    List<String[]> rows =
        readme.stream()
            .skip(readme.indexOf("| | fields |") + 2L)
            .takeWhile(Predicate.not(String::isEmpty))
            .map(line -> line.split(" ?\\| ?", -1))
            .toList();
    for (String[] row : rows) {
      int place = List.of(row[1].split(", ", -1)).indexOf(told);
      if (place >= 0) {
        return Stream.of(row[2].split("; ", -1)[place].split(", ", -1))
            .filter(field -> !field.startsWith("else "))
            .toList();
      }
    }
    throw new AssertionError("the README has no fields of a news object's " + told);
  }

  /// A news object whose fields before the first are empty and whose others all have values.
  private static String object(String told, List<String> fields, int first) {
    String given =
        IntStream.range(0, fields.size())
            .mapToObj(i -> field(fields.get(i), i < first ? "" : value(told, i)))
            .collect(Collectors.joining());
    String title = told.equals("title") ? "" : field("title", "A title");
    String text = told.equals("text") ? "" : field("body", "Costs fell.");
    return "{" + given + title + text + "\"language\":\"en\"}";
  }

  private static String field(String name, String value) {
    return '"' + name + "\":\"" + value + "\",";
  }

  private static String value(String told, int i) {
    return switch (told) {
      case "text" -> "Revenue rose " + i + "%.";
      case "time" -> "2026-10-%02dT07:00:00Z".formatted(i + 1);
      case "tickers" -> "T" + (char) ('A' + i);
      case "url" -> "https://example.com/" + i;
      default -> told + " " + i;
    };
  }

  private static @Nullable String read(String told, String object) {
    ExtractedDocument note = extract(object);
    return switch (told) {
      case "title" -> note.metadata().title();
      case "text" -> note.text().lines().toList().getLast();
      case "time" -> note.metadata().published();
      case "tickers" -> String.join(" ", note.metadata().tickers());
      case "url" -> note.metadata().url();
      case "source" -> note.metadata().publisher();
      case "author" -> note.metadata().author();
      case "identity" -> extract("[" + object + "," + object + "]").parts().getFirst().name();
      default -> throw new AssertionError(told);
    };
  }

  private static ExtractedDocument extract(String json) {
    return new NewsExtractor(Limits.STANDARD).extract(json.getBytes(UTF_8), "a.json").document();
  }
}
