package io.readthrough.parse.extract;

/// A document with what it turned out to be.
///
/// @param parser the extractor's name and version, as kept with the note: "pdf/1"
public record Extraction(String parser, String mediaType, ExtractedDocument document) {}
