package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.parse.corpus.Corpus;
import io.readthrough.parse.corpus.Mails;
import io.readthrough.parse.corpus.Offices;
import io.readthrough.parse.corpus.Pdfs;
import io.readthrough.parse.corpus.Zips;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All documents of the corpus and the worst of the hostile ones, in one process with the memory of
/// the function: none takes it down for the next, and none leaves anything behind.
class NeighboursTest {
  /// What the template gives the function, and what of it is the heap's.
  private static final int FUNCTION_MEGABYTES = 1769;

  private static final String HEAP = "-Xmx1024m";
  private static final int BOMB = 300 * 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void noDocumentTakesTheProcessDownForTheNext() throws Exception {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Map<String, byte[]> all = documents();
    for (Map.Entry<String, byte[]> each : all.entrySet()) {
      Files.write(documents.resolve(each.getKey()), each.getValue());
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Neighbours.class.getName(),
                documents.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines;
    try (BufferedReader out = process.inputReader(UTF_8)) {
      lines = out.readAllLines();
    }
    lines.forEach(line -> System.out.println("NeighboursTest: " + line));

    assertThat(process.waitFor()).isZero();
    assertThat(lines).filteredOn(line -> line.startsWith("read ")).hasSameSizeAs(all.keySet());
    assertThat(lines)
        .filteredOn(line -> line.startsWith("next "))
        .hasSameSizeAs(all.keySet())
        .allMatch(line -> line.endsWith(" Parsed"));
    assertThat(lines).contains("threads 0");
    double peak = Double.parseDouble(lines.getLast().split(" ", -1)[1]);
    assertThat(peak)
        .satisfiesAnyOf(
            mb -> assertThat(mb).isNaN(), mb -> assertThat(mb).isLessThan(FUNCTION_MEGABYTES));
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")))
          .isEmpty();
    }
  }

  private static Map<String, byte[]> documents() throws IOException {
    Map<String, byte[]> documents = new LinkedHashMap<>(Corpus.all());
    documents.put("bomb.zip", Zips.bomb("a.txt", BOMB));
    documents.put("bomb.pdf", Pdfs.bomb(BOMB));
    documents.put("bomb.docx", Offices.ofBody("<!--" + " ".repeat(40_000_000) + "-->"));
    documents.put("deep.pdf", Pdfs.deep(1_000_000));
    documents.put("deep.docx", Offices.ofBody("<w:sdt>".repeat(100_000)));
    documents.put("deep.rtf", ("{\\rtf1 " + "{".repeat(1_000_000)).getBytes(UTF_8));
    documents.put("deep.json", "[".repeat(5_000_000).getBytes(UTF_8));
    documents.put("deep.html", "<div>".repeat(1_500_000).getBytes(UTF_8));
    documents.put("deep.eml", Mails.nested(50_000));
    documents.put("forms.pdf", Pdfs.formsWithinForms(15));
    documents.put("itself.pdf", Pdfs.formInItself());
    documents.put("cycle.pdf", Pdfs.cycle());
    documents.put("cycle.xls", Offices.cycle());
    documents.put("many.eml", Mails.withMany(100_000));
    documents.put("cells.html", "<table><tr><td>a".repeat(500_000).getBytes(UTF_8));
    documents.put("large.pdf", Pdfs.ofPages(100));
    documents.put("long.txt", "Revenue rose. ".repeat(700_000).getBytes(UTF_8));
    return documents;
  }
}
