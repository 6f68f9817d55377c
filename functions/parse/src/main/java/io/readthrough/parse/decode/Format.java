package io.readthrough.parse.decode;

/// A format that is read from its bytes, told by them.
public enum Format {
  PDF,
  /// An archive, or an Office document of the XML formats.
  ZIP,
  /// A compound file: Word, Excel, PowerPoint of 1997 to 2003, an Outlook message.
  COMPOUND,
  RTF,
  MAIL,
  /// A JSON document, or one on each line.
  JSON
}
