package io.readthrough.parse;

import io.readthrough.parse.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes the corpus to a folder: seeds for a fuzzer, documents to try.
public final class CorpusFiles {
  private CorpusFiles() {}

  /// Writes them.
  ///
  /// @param arguments the folder
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Map.Entry<String, byte[]> document : Corpus.all().entrySet()) {
      Files.write(folder.resolve(document.getKey()), document.getValue());
    }
  }
}
