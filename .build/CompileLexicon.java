import io.readthrough.core.lexicon.LexiconCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the compiled lexicon into the folder that is the only argument. Run by the build of core,
/// with its classes and the lexicon's files on the class path.
final class CompileLexicon {
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0], LexiconCompiler.COMPILED), LexiconCompiler.compile());
  }
}
