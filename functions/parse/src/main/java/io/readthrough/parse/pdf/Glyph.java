package io.readthrough.parse.pdf;

/// A character, or a few that one glyph stands for, on a page. Coordinates are points from the
/// upper left corner, in the direction the text is written.
///
/// @param y of the baseline
/// @param size of the font as it is shown
/// @param direction the text is written in, in degrees
record Glyph(String text, float x, float y, float width, float size, boolean bold, int direction) {}
