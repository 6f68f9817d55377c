package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.parse.corpus.Docs;
import io.readthrough.parse.corpus.Mails;
import io.readthrough.parse.corpus.Offices;
import io.readthrough.parse.corpus.Pdfs;
import io.readthrough.parse.corpus.Texts;
import io.readthrough.parse.corpus.Zips;
import io.readthrough.parse.extract.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a document of each format costs to parse, at 1, 10 and 100 pages: `mvn -Pcosts` runs it.
///
/// Each figure is the median of processes of their own, on C1 as the functions have it.
/// Milliseconds are of CPU, all threads of the process together, so that what else the machine does
/// counts little and what one vCPU takes is told: cold is the first document, warm the mean of a
/// second's worth after a second to warm up. Peak memory is what the system counted for the process
/// that read the document once (VmHWM), of which some 45 MB are the JVM's own.
public final class FormatCosts {
  private static final int STARTS = Integer.getInteger("costs.starts", 5);
  private static final long WARM_NANOS = 1_000_000_000L;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int[] PAGES = {1, 10, 100};
  private static final List<String> FORMATS =
      List.of(
          "text",
          "markdown",
          "html",
          "json",
          "jsonl",
          "mail",
          "msg",
          "rtf",
          "docx",
          "doc",
          "pptx",
          "ppt",
          "xlsx",
          "xls",
          "pdf",
          "zip");

  /// A busy machine must not make a document too slow.
  private static final Limits PATIENT =
      new Limits(10 << 20, 1_000_000, 500, 4, 500, 1 << 27, 200, 2_000_000, 600_000);

  private FormatCosts() {}

  /// Without arguments prints the table; with a format, a number of pages and a file writes such a
  /// document; with a file measures it. Documents are made by processes of their own, since the
  /// library that makes them is the one that reads them.
  public static void main(String[] arguments) throws IOException {
    switch (arguments.length) {
      case 3 ->
          Files.write(
              Path.of(arguments[2]), document(arguments[0], Integer.parseInt(arguments[1])));
      case 1 -> measure(Files.readAllBytes(Path.of(arguments[0])));
      default -> printTable();
    }
  }

  private static void printTable() throws IOException {
    System.out.println("| format | pages | bytes | cold ms | warm ms | peak MB |");
    System.out.println("|---|---|---|---|---|---|");
    for (String format : FORMATS) {
      for (int pages : PAGES) {
        System.out.println(row(format, pages));
      }
    }
  }

  private static String row(String format, int pages) throws IOException {
    Path file = Files.createTempFile("costs", "");
    try {
      started(List.of(format, Integer.toString(pages), file.toString()));
      double[][] results = new double[STARTS][];
      for (int i = 0; i < STARTS; i++) {
        String[] printed = started(List.of(file.toString())).split(" ", -1);
        results[i] = Arrays.stream(printed).mapToDouble(Double::parseDouble).toArray();
      }
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %.0f | %.1f | %.0f |",
          format,
          pages,
          Files.size(file),
          median(results, 0),
          median(results, 1),
          median(results, 2));
    } finally {
      Files.delete(file);
    }
  }

  private static double median(double[][] results, int figure) {
    double[] values =
        Arrays.stream(results).mapToDouble(result -> result[figure]).sorted().toArray();
    return values[values.length / 2];
  }

  /// What a process of this class printed.
  private static String started(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(FormatCosts.class.getName());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      return String.join("", out.readAllLines());
    }
  }

  private static void measure(byte[] bytes) throws IOException {
    NoteParser parser = new NoteParser(PATIENT);
    long start = SYSTEM.getProcessCpuTime();
    check(parser.parse(RawNotes.raw("note", bytes)));
    double cold = millis(start);
    double peak = PeakMemory.megabytes();
    long warmUp = SYSTEM.getProcessCpuTime() + WARM_NANOS;
    while (SYSTEM.getProcessCpuTime() < warmUp) {
      check(parser.parse(RawNotes.raw("note", bytes)));
    }
    int count = 0;
    long from = SYSTEM.getProcessCpuTime();
    while (SYSTEM.getProcessCpuTime() < from + WARM_NANOS) {
      check(parser.parse(RawNotes.raw("note", bytes)));
      count++;
    }
    System.out.println(cold + " " + millis(from) / count + " " + peak);
  }

  private static void check(List<ParseOutcome> outcomes) {
    if (!(outcomes.getLast() instanceof ParseOutcome.Parsed)) {
      throw new IllegalStateException("not parsed: " + outcomes.getLast());
    }
  }

  private static double millis(long start) {
    return (SYSTEM.getProcessCpuTime() - start) / 1e6;
  }

  private static byte[] document(String format, int pages) throws IOException {
    String text = Texts.pages(pages);
    return switch (format) {
      case "text" -> text.getBytes(UTF_8);
      case "markdown" -> ("# Title\n\n**Bold.** " + text).getBytes(UTF_8);
      case "html" ->
          ("<html><body><h1>Title</h1><p>" + text.replace("\n\n", "</p><p>") + "</p></body></html>")
              .getBytes(UTF_8);
      case "json" -> Mails.newsObject(text);
      case "mail" -> Mails.of(text);
      case "rtf" -> ("{\\rtf1 " + text.replace("\n\n", "\\par ") + "}").getBytes(UTF_8);
      case "docx" -> Offices.ofPages(pages);
      case "doc" -> Docs.ofPages(pages);
      case "pptx" -> Offices.slides(pages);
      case "ppt" -> Offices.ppt(pages);
      case "xlsx" -> Offices.sheets(pages * 40);
      case "msg" -> Offices.msg(text);
      case "jsonl" -> Mails.newsLines(pages);
      case "zip" -> Zips.of(Map.of("note.docx", Offices.ofPages(pages)));
      case "pdf" -> Pdfs.ofPages(pages);
      case "xls" -> Offices.xls(pages * 40);
      default -> throw new IllegalArgumentException(Map.of("format", format).toString());
    };
  }
}
