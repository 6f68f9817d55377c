package io.readthrough.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The rows of a table that the product ships beside a class: lines of columns separated by tabs.
/// Lines that start with `#` are comments.
public final class Rows {
  private Rows() {}

  /// Reads `resource` beside `owner`; every row has `columns` columns.
  public static List<String[]> of(Class<?> owner, String resource, int columns) {
    String text = text(owner, resource);
    List<String[]> rows = new ArrayList<>(text.length() / 40);
    int line = 1;
    for (int start = 0; start < text.length(); line++) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (end > start && text.charAt(start) != '#') {
        rows.add(row(resource, line, text, start, end, columns));
      }
      start = end + 1;
    }
    return rows;
  }

  /// The parts of `cell` between its bars; none when it is empty.
  public static List<String> parts(String cell) {
    return parts(cell, "|");
  }

  /// The parts of `cell` between its `separator`s; none when it is empty.
  public static List<String> parts(String cell, String separator) {
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(2);
    int start = 0;
    for (int at = cell.indexOf(separator); at >= 0; at = cell.indexOf(separator, start)) {
      parts.add(cell.substring(start, at));
      start = at + separator.length();
    }
    parts.add(cell.substring(start));
    return parts;
  }

  private static String[] row(
      String resource, int line, String text, int start, int end, int columns) {
    String[] row = new String[columns];
    int column = 0;
    int from = start;
    for (int i = start; i <= end && column < columns; i++) {
      if (i == end || text.charAt(i) == '\t') {
        row[column++] = text.substring(from, i);
        from = i + 1;
      }
    }
    if (column < columns || from <= end) {
      throw new IllegalStateException(
          resource + " line " + line + " has not " + columns + " columns separated by tabs");
    }
    return row;
  }

  /// The whole text of `resource` beside `owner`.
  public static String text(Class<?> owner, String resource) {
    return new String(bytes(owner, resource), StandardCharsets.UTF_8);
  }

  /// The bytes of `resource` beside `owner`.
  public static byte[] bytes(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside " + owner);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
