import io.readthrough.core.lexicon.LexiconCompiler;
import io.readthrough.core.security.SecurityListCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what core loads of the files of the lexicon and of the securities beside them, into the
/// folder of classes that is the only argument. Run by the build of core, with its classes and
/// those files on the class path.
final class CompileResources {
  public static void main(String[] args) throws IOException {
    Path core = Path.of(args[0], "io", "readthrough", "core");
    Files.write(
        core.resolve("lexicon").resolve(LexiconCompiler.COMPILED), LexiconCompiler.compile());
    Files.write(
        core.resolve("security").resolve(SecurityListCompiler.COMPILED),
        SecurityListCompiler.compile());
  }
}
