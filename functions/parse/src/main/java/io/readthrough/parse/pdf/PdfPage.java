package io.readthrough.parse.pdf;

import java.util.List;

/// What a page shows.
///
/// @param number from 1
/// @param segments in the order of the file
/// @param hidden characters that no reader sees
/// @param unmapped glyphs that stand for no known character
/// @param recognised whether the text is that of a scan, laid invisibly over its picture
record PdfPage(
    int number,
    float height,
    List<Segment> segments,
    int hidden,
    int unmapped,
    int images,
    boolean recognised) {}
