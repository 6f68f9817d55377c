package io.readthrough.query;

import io.readthrough.query.Problem.ParameterError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameters of a query string, read strictly: whatever is unknown, repeated, empty, malformed
/// or out of range is an error that names it. Errors are gathered, so that one answer tells all of
/// them; while there is any, values stand for nothing.
final class QueryParameters {
  private static final int MAX_LENGTH = 8_192;
  private static final int MAX_ERRORS = 20;
  private static final int MAX_QUOTED = 60;

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,17})?");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int DATE_LENGTH = 10;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, ParameterError> errors = new LinkedHashMap<>();

  /// Reads a raw query string.
  ///
  /// @param known the names that it may have
  QueryParameters(String query, Collection<String> known) {
    if (query.length() > MAX_LENGTH) {
      wrong(
          "query",
          "has " + query.length() + " characters; at most " + MAX_LENGTH + " are read",
          null);
      return;
    }
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        read(pair, known);
      }
    }
  }

  private void read(String pair, Collection<String> known) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    String name = decode(rawName);
    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
    if (name == null || !known.contains(name)) {
      String nearest = name == null ? null : Nearest.of(name, known);
      wrong(
          printable(name == null ? rawName : name),
          known.isEmpty()
              ? "is unknown: this call has no parameters"
              : nearest == null
                  ? "is unknown; known are " + String.join(", ", known)
                  : "is unknown; did you mean " + nearest + "?",
          nearest);
    } else if (values.containsKey(name)) {
      wrong(name, "is given more than once; give it once, a list with commas", null);
    } else {
      values.put(name, value == null ? "" : value);
      if (value == null) {
        wrong(name, "is not percent-encoded UTF-8", null);
      } else if (value.isEmpty()) {
        wrong(name, "has no value; leave it out or give it one", null);
      }
    }
  }

  /// Everything that is wrong, in the order it was found; empty when nothing is.
  List<ParameterError> errors() {
    return List.copyOf(errors.values());
  }

  /// Notes an error. Only the first of a parameter counts, and only so many.
  void wrong(String parameter, String detail, @Nullable String suggestion) {
    if (errors.size() < MAX_ERRORS) {
      errors.putIfAbsent(parameter, new ParameterError(parameter, detail, suggestion));
    }
  }

  /// The value as it is; null when the parameter is not given.
  @Nullable String text(String name) {
    return errors.containsKey(name) ? null : values.get(name);
  }

  /// A whole number from `least` to `most`.
  int integer(String name, int least, int most, int otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!INTEGER.matcher(text).matches()) {
      wrong(name, "is " + quoted(text) + ", not a whole number", null);
      return otherwise;
    }
    long value = Long.parseLong(text);
    if (value < least || value > most) {
      wrong(
          name,
          "is " + value + "; it must be from " + least + " to " + most,
          String.valueOf(Math.clamp(value, least, most)));
      return otherwise;
    }
    return (int) value;
  }

  /// A decimal number from -1 to 1.
  double score(String name, double otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!DECIMAL.matcher(text).matches()) {
      wrong(name, "is " + quoted(text) + ", not a decimal number such as -0.35", null);
      return otherwise;
    }
    double value = Double.parseDouble(text);
    if (Math.abs(value) > 1) {
      wrong(name, "is " + text + "; it must be from -1 to 1", value < 0 ? "-1" : "1");
      return otherwise;
    }
    return value;
  }

  /// A time in RFC 3339.
  ///
  /// @param least inclusive
  /// @param most inclusive
  Instant time(String name, Instant least, Instant most, Instant otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    Instant time = time(text);
    if (time == null) {
      wrong(
          name,
          "is " + quoted(text) + ", not a time in RFC 3339 such as 2026-01-31T00:00:00Z",
          nearestTime(text));
      return otherwise;
    }
    if (time.isBefore(least) || time.isAfter(most)) {
      wrong(name, "is " + text + "; it must be from " + least + " to " + most, null);
      return otherwise;
    }
    return time;
  }

  private static @Nullable Instant time(String text) {
    try {
      return TIME.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// What a date alone, or a `+` that was not encoded, was meant for.
  private static @Nullable String nearestTime(String text) {
    String whole = DATE.matcher(text).matches() ? text + "T00:00:00Z" : text.replace(' ', '+');
    return time(whole) == null ? null : whole.replace("+", "%2B");
  }

  /// A day, such as 2026-03-05.
  LocalDate date(String name, LocalDate least, LocalDate most, LocalDate otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    LocalDate day = DATE.matcher(text).matches() ? date(text) : null;
    if (day == null) {
      LocalDate meant = date(text.substring(0, Math.min(text.length(), DATE_LENGTH)));
      wrong(
          name,
          "is " + quoted(text) + ", not a day such as 2026-03-05",
          meant == null ? null : meant.toString());
      return otherwise;
    }
    if (day.isBefore(least) || day.isAfter(most)) {
      wrong(name, "is " + day + "; it must be from " + least + " to " + most, null);
      return otherwise;
    }
    return day;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// One of some values, by their printed names.
  <T> T oneOf(String name, Map<String, T> allowed, T otherwise) {
    String text = text(name);
    T value = text == null ? otherwise : allowed.get(text);
    if (value == null) {
      notOneOf(name, String.valueOf(text), allowed.keySet());
      return otherwise;
    }
    return value;
  }

  /// A list, separated by commas, of some values by their printed names.
  <T> Set<T> setOf(String name, Map<String, T> allowed) {
    Set<T> set = new LinkedHashSet<>();
    for (String item : items(name, allowed.size())) {
      T value = allowed.get(item);
      if (value == null) {
        notOneOf(name, item, allowed.keySet());
      } else {
        set.add(value);
      }
    }
    return set;
  }

  private void notOneOf(String name, String value, Set<String> allowed) {
    wrong(
        name,
        "is " + quoted(value) + "; it must be one of " + String.join(", ", allowed),
        Nearest.of(value, allowed));
  }

  /// A list, separated by commas, of at most `most` values, each of which `fault` finds no fault
  /// with.
  ///
  /// @param fault null for a good value
  List<String> list(String name, int most, Function<String, @Nullable ParameterError> fault) {
    List<String> items = items(name, most);
    for (String item : items) {
      ParameterError error = fault.apply(item);
      if (error != null) {
        wrong(name, error.detail(), error.suggestion());
      }
    }
    return items;
  }

  private List<String> items(String name, int most) {
    String text = text(name);
    if (text == null) {
      return List.of();
    }
    List<String> items = List.of(text.split(",", -1));
    if (items.size() > most) {
      wrong(name, "has " + items.size() + " values; at most " + most + " are allowed", null);
    } else if (items.contains("")) {
      wrong(name, "has an empty value between its commas", null);
    } else if (Set.copyOf(items).size() < items.size()) {
      wrong(name, "names a value twice", String.join(",", new LinkedHashSet<>(items)));
    }
    return errors.containsKey(name) ? List.of() : items;
  }

  /// A value for a message: short, and with nothing in it that a terminal obeys.
  static String quoted(String value) {
    return "'" + printable(value) + "'";
  }

  private static String printable(String value) {
    StringBuilder printable = new StringBuilder();
    value
        .codePoints()
        .limit(MAX_QUOTED + 1L)
        .map(c -> isPrintable(c) ? c : '\uFFFD')
        .forEach(printable::appendCodePoint);
    if (printable.codePointCount(0, printable.length()) > MAX_QUOTED) {
      printable.setLength(printable.offsetByCodePoints(0, MAX_QUOTED));
      printable.append('…');
    }
    return printable.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// Undoes percent-encoding as HTML forms have it (`+` is a space); null when it is broken or is
  /// no UTF-8.
  static @Nullable String decode(String encoded) {
    ByteBuffer bytes = ByteBuffer.allocate(3 * encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        if (i + 2 >= encoded.length()) {
          return null;
        }
        int high = Character.digit(encoded.charAt(i + 1), 16);
        int low = Character.digit(encoded.charAt(i + 2), 16);
        if (high < 0 || low < 0) {
          return null;
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else if (c == '+') {
        bytes.put((byte) ' ');
      } else if (c < 0x80) {
        bytes.put((byte) c);
      } else {
        int end = Character.isHighSurrogate(c) ? Math.min(i + 2, encoded.length()) : i + 1;
        bytes.put(encoded.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
