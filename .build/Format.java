import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks (`check`) or mends (`fix`) the format of every Java source below a folder. Run by the build, as a source file,
/// on the JDK that compiles the project: the formatter reads the syntax of the JDK it runs on, and Maven may run on an
/// older one.
class Format {
  public static void main(String[] args) throws IOException {
    boolean fix = args[0].equals("fix");
    List<Path> wrong = new ArrayList<>();
    Formatter formatter = new Formatter();
    for (Path source : sources(Path.of(args[1]))) {
      String before = Files.readString(source);
      try {
        String after = formatter.formatSourceAndFixImports(before);
        if (!after.equals(before)) {
          wrong.add(source);
          if (fix) {
            Files.writeString(source, after);
          }
        }
      } catch (FormatterException e) {
        System.err.println(source + ": " + e.getMessage());
        System.exit(1);
      }
    }
    if (fix) {
      System.out.println("Formatted " + wrong.size() + " files.");
    } else if (!wrong.isEmpty()) {
      wrong.forEach(System.err::println);
      System.err.println(wrong.size() + " files are not formatted. Run: mvn -q -N validate -Dformat=fix");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !root.relativize(f).startsWith(root.relativize(f).getName(0).resolve("target")))
          .sorted()
          .toList();
    }
  }
}
