package io.readthrough.core.lexicon;

/// Makes of the lexicon's files what the product loads, so that a cold start neither splits lines
/// nor builds an automaton. Run by the build.
public final class LexiconCompiler {
  /// The name of the compiled lexicon, beside the files it is made of.
  public static final String COMPILED = "lexicon.bin";

  private LexiconCompiler() {}

  /// The compiled lexicon: the same bytes for the same files, on every machine.
  ///
  /// @throws IllegalStateException when a line of the files is not an entry; it names the line
  public static byte[] compile() {
    return LexiconFormat.write(LexiconReader.readStandard());
  }
}
