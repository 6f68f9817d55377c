package io.readthrough.parse.extract;

/// Reads the documents of one format from their bytes. Works in memory, without the network and
/// without files, within [Limits].
public interface BinaryExtractor {
  /// Reads a document.
  ///
  /// @param filename breaks ties: it never outweighs the content
  /// @throws UnreadableDocumentException when it is broken, encrypted or beyond a limit
  Extraction extract(byte[] bytes, String filename);
}
