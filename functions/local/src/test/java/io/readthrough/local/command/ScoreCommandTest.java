package io.readthrough.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.parse.NoteParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
  private static final Path SAMPLES = Path.of("../../events/notes");
  private static final String SAMPLE = SAMPLES.resolve("nvidia-q3-beat.html").toString();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void printsALineForEverySampleInTheirOrder() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("score"));
    try (var samples = Files.list(SAMPLES)) {
      samples.map(Path::toString).sorted().forEach(arguments::add);
    }
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    List<String> keys = new ArrayList<>();
    for (String line : run.lines()) {
      JsonNode note = JSON.readTree(line);
      keys.add(note.at("/source/filename").asText());
      assertThat(note.at("/status").asText()).isEqualTo("scored");
      assertThat(note.at("/revision").asInt()).isEqualTo(1);
      assertThat(note.at("/times/received_at").asText()).isEqualTo(Run.NOON.toString());
      assertThat(note.at("/times/available_at").asText()).isEqualTo(Run.NOON.toString());
    }
    assertThat(keys)
        .containsExactlyElementsOf(
            arguments.stream().skip(1).map(a -> Path.of(a).getFileName().toString()).toList());
  }

  @Test
  void standardInputGivesWhatTheFileGivesButForItsName() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(SAMPLE));
    JsonNode fromInput = JSON.readTree(Run.withInput(bytes, "score", "-").out());
    JsonNode fromFile = JSON.readTree(Run.of("score", SAMPLE).out());
    for (String part : List.of("/overall_sentiment", "/ticker_sentiment", "/evidence", "/title")) {
      assertThat(fromInput.at(part)).isEqualTo(fromFile.at(part));
    }
    assertThat(fromInput.at("/source/sha256")).isEqualTo(fromFile.at("/source/sha256"));
    assertThat(fromInput.at("/source/filename").asText()).isEqualTo("stdin");
  }

  @Test
  void theIdIsThatOfTheFirmsInbox() throws IOException {
    JsonNode note = JSON.readTree(Run.of("score", "--firm", "acme", SAMPLE).out());
    String key = "firms/acme/inbox/nvidia-q3-beat.html";
    assertThat(note.at("/source/key").asText()).isEqualTo(key);
    assertThat(note.at("/note_id").asText()).isEqualTo(NoteId.of(new FirmId("acme"), key).value());
  }

  @Test
  void theTimeCanBeGiven() throws IOException {
    JsonNode note = JSON.readTree(Run.of("score", "--at", "2025-02-03T04:05:06Z", SAMPLE).out());
    assertThat(note.at("/times/received_at").asText()).isEqualTo("2025-02-03T04:05:06Z");
    assertThat(note.at("/times/available_at").asText()).isEqualTo("2025-02-03T04:05:06Z");
  }

  @Test
  void prettyIsTheSameNoteOverSeveralLines() throws IOException {
    Run plain = Run.of("score", SAMPLE);
    Run pretty = Run.of("score", "--pretty", SAMPLE);
    assertThat(plain.lines()).hasSize(1);
    assertThat(pretty.lines()).hasSizeGreaterThan(50);
    assertThat(JSON.readTree(pretty.out())).isEqualTo(JSON.readTree(plain.out()));
  }

  @Test
  void namesAreKnownByTheFirmsOwnListsToo() throws IOException {
    String note = write("note.txt", "Kestrel Foods beat. Orvel Brightmoor raised guidance.");
    String rows = write("rows.csv", "name,ticker,exchange\nKestrel Foods plc,KSTL,XLON\n");
    String register =
        write(
            "company_tickers_exchange.json",
            "{\"fields\":[\"cik\",\"name\",\"ticker\",\"exchange\"],"
                + "\"data\":[[1,\"ORVEL BRIGHTMOOR INC\",\"ORVB\",\"NYSE\"]]}");
    assertThat(Run.of("score", note).out()).doesNotContain("KSTL.L", "ORVB");

    Run own = Run.of("score", note, "--securities", rows, "--securities", register);
    assertThat(own.err()).isEmpty();
    assertThat(own.status()).isZero();
    assertThat(own.out()).contains("\"KSTL.L\"", "\"ORVB\"");
  }

  @Test
  void nothingIsScoredWhereAListIsBroken() throws IOException {
    String note = write("note.txt", "Kestrel Foods beat.");
    String good = write("good.csv", "name,ticker\nKestrel Foods plc,KSTL\n");
    String broken = write("broken.csv", "name,ticker\nKestrel Foods plc,KS TL\n");
    Run run = Run.of("score", "--securities", good, "--securities", broken, note);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("broken.csv: line 2, column ticker: 'KS TL' is no ticker");

    String missing = folder.resolve("missing.csv").toString();
    Run nowhere = Run.of("score", "--securities", missing, note);
    assertThat(nowhere.status()).isEqualTo(1);
    assertThat(nowhere.out()).isEmpty();
    assertThat(nowhere.err()).contains(missing + ": there is no such file");
  }

  @Test
  void badFilesAreToldAndTheOthersDone() throws IOException {
    Path garbage = folder.resolve("garbage.txt");
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + i / 7);
    }
    Files.write(garbage, bytes);
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    Path large = folder.resolve("large.txt");
    Files.write(large, new byte[NoteParser.MAX_BYTES + 1]);
    Path good = Files.writeString(folder.resolve("good.txt"), "Acme beat. Revenue rose 5%.");
    String missing = folder.resolve("missing.txt").toString();

    Run run =
        Run.of(
            "score",
            missing,
            garbage.toString(),
            empty.toString(),
            large.toString(),
            folder.toString(),
            "\0",
            good.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(JSON.readTree(run.out()).at("/source/filename").asText()).isEqualTo("good.txt");
    List<String> sentences = run.err().lines().toList();
    assertThat(sentences).hasSize(6).allMatch(sentence -> sentence.endsWith("."));
    assertThat(sentences.get(0)).contains(missing + ": there is no such file");
    assertThat(sentences.get(1)).contains(garbage + ": ");
    assertThat(sentences.get(2)).contains(empty + ": The file is empty");
    assertThat(sentences.get(3)).contains(large + ": it has more than 10485760 bytes");
    assertThat(sentences.get(4)).contains(folder + ": it is a folder");
    assertThat(sentences.get(5)).contains("there is no such file");
  }

  @Test
  void whatCannotBeUnderstoodIsSaidWithTheUsage() {
    Run firm = Run.of("score", "--firm", "Acme Ltd", SAMPLE);
    assertThat(firm.status()).isEqualTo(2);
    assertThat(firm.err()).contains("'Acme Ltd' cannot name a firm", "Usage: readthrough score");
    assertThat(Run.of("score", "--firm", "unassigned", SAMPLE).status()).isEqualTo(2);

    Run time = Run.of("score", "--at", "yesterday", SAMPLE);
    assertThat(time.status()).isEqualTo(2);
    assertThat(time.err()).contains("'yesterday' is no time in RFC 3339");

    assertThat(Run.of("score").status()).isEqualTo(2);
    assertThat(Run.of().status()).isEqualTo(2);
    assertThat(Run.of("nonsense").err()).contains("nonsense");
    assertThat(Run.of("--help").out()).contains("score", "evaluate");
  }

  @Test
  void textOfEveryScriptComesOutInUtf8() throws IOException {
    byte[] note = "Zürich Versicherung – Gewinn 🚀\n\nRevenue rose 5%.".getBytes(UTF_8);
    JsonNode scored = JSON.readTree(Run.withInput(note, "score", "-").out());
    assertThat(scored.at("/title").asText()).isEqualTo("Zürich Versicherung – Gewinn 🚀");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
