package io.readthrough.train.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.TextSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledTextReaderTest {
  @TempDir Path folder;

  @Test
  void readsTextsWithAndWithoutLabelsTargetsAndOffsets() throws IOException {
    Path file =
        written(
            """
            \uFEFF{"id":"a","text":"Acme up, Apex flat","label":"positive","source":{"x":[1]},\
            "targets":[{"name":"Acme","ticker":"ACM","start":0,"end":4,"label":"positive"},\
            {"name":"Apex","label":"neutral"},{"name":"Apex","start":null,"end":null,"label":null}]}

            {"id":"b","text":"Nothing said.","targets":null}\r
            {"id":"c","text":""}\
            """);
    assertThat(all(file))
        .containsExactly(
            new LabelledText(
                "some",
                "a",
                "Acme up, Apex flat",
                Polarity.POSITIVE,
                List.of(
                    new LabelledText.Target("Acme", new TextSpan(0, 4), Polarity.POSITIVE),
                    new LabelledText.Target("Apex", null, Polarity.NEUTRAL),
                    new LabelledText.Target("Apex", null, null))),
            new LabelledText("some", "b", "Nothing said.", null, List.of()),
            new LabelledText("some", "c", "", null, List.of()));
  }

  @Test
  void offsetsCountCodePoints() throws IOException {
    Path file =
        written(
            """
            {"id":"a","text":"🚀🚀 Acme 🚀","targets":[{"name":"Acme","start":3,"end":7},\
            {"name":"🚀","start":8,"end":9}]}\
            """);
    LabelledText text = all(file).getFirst();
    assertThat(text.targets())
        .extracting(target -> target.span() == null ? "" : target.span().of(text.text()))
        .containsExactly("Acme", "🚀");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nonsense | not JSON",
        "[1] | the line is not a JSON object",
        "{\"id\":\"a\" | not JSON",
        "{\"id\":\"a\",\"text\":\"t\"} {} | more than one JSON object",
        "{\"text\":\"t\"} | field 'id' is missing",
        "{\"id\":\"a\"} | field 'text' is missing",
        "{\"id\":7,\"text\":\"t\"} | field 'id' is not a string",
        "{\"id\":\"a\",\"text\":\"t\",\"label\":\"good\"} | label 'good' is not valid",
        "{\"id\":\"a\",\"text\":\"t\",\"targets\":{}} | field 'targets' is not an array",
        "{\"id\":\"a\",\"text\":\"t\",\"targets\":[1]} | a target is not a JSON object",
        "{\"id\":\"a\",\"text\":\"t\",\"targets\":[{}]} | field 'name' of a target is missing",
        "{\"id\":\"a\",\"text\":\"t\",\"targets\":[{\"name\":\"n\",\"start\":0,\"end\":2}]}"
            + " | at [0, 2) of a text of 1 code points",
        "{\"id\":\"a\",\"text\":\"t\",\"targets\":[{\"name\":\"n\",\"start\":-1,\"end\":1}]}"
            + " | at [-1, 1)",
        "{\"id\":\"a\",\"text\":\"t\",\"targets\":[{\"name\":\"n\",\"start\":0.5,\"end\":1}]}"
            + " | field 'start' is not a whole number",
      })
  void namesTheLineAndWhatIsWrongAndReadsOn(String line, String reason) throws IOException {
    Path file = written("\n" + line + "\n{\"id\":\"z\",\"text\":\"t\"}\n");
    try (LabelledTextReader reader = new LabelledTextReader(file)) {
      assertThatThrownBy(reader::next)
          .isInstanceOf(MalformedTextException.class)
          .hasMessageContaining(file + " line 2: ")
          .hasMessageContaining(reason);
      assertThat(reader.next()).extracting(LabelledText::id).isEqualTo("z");
      assertThat(reader.line()).isEqualTo(3);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aLineThatIsNotUtf8OrTooLongDoesNotEndTheFile() throws IOException {
    Path file = folder.resolve("some.jsonl");
    try (var out = Files.newOutputStream(file)) {
      out.write(new byte[] {'{', (byte) 0xff, (byte) 0xfe, '\n'});
      out.write("x".repeat(LabelledTextReader.MAX_LINE_BYTES + 1).getBytes(StandardCharsets.UTF_8));
      out.write("\n{\"id\":\"z\",\"text\":\"t\"}".getBytes(StandardCharsets.UTF_8));
    }
    try (LabelledTextReader reader = new LabelledTextReader(file)) {
      assertThatThrownBy(reader::next).hasMessageContaining("line 1: the line is not UTF-8");
      assertThatThrownBy(reader::next).hasMessageContaining("line 2: the line has 1048577 bytes");
      assertThat(reader.next()).extracting(LabelledText::id).isEqualTo("z");
    }
  }

  private Path written(String content) throws IOException {
    return Files.writeString(folder.resolve("some.jsonl"), content);
  }

  private static List<LabelledText> all(Path file) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    try (LabelledTextReader reader = new LabelledTextReader(file)) {
      for (LabelledText text = reader.next(); text != null; text = reader.next()) {
        texts.add(text);
      }
    }
    return texts;
  }
}
