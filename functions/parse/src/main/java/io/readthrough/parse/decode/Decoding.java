package io.readthrough.parse.decode;

import java.nio.charset.Charset;
import java.util.List;

/// What bytes turned out to be.
public sealed interface Decoding {
  /// Text of any kind.
  ///
  /// @param text as decoded, not cleaned yet
  /// @param charset the character set that it was written in
  /// @param warnings what was lost on the way, a sentence each
  record Text(String text, Charset charset, List<String> warnings) implements Decoding {}

  /// A format that has its own extractor.
  record Formatted(Format format) implements Decoding {}

  /// A format that is known, and not read.
  ///
  /// @param name with its article: "a PNG image"
  record Foreign(String name) implements Decoding {}

  /// Neither text nor a known format.
  ///
  /// @param detail a sentence for a person
  record Garbage(String detail) implements Decoding {}
}
