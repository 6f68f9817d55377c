package io.readthrough.score.reference;

import static io.readthrough.score.reference.MalformedReferenceException.quoted;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.Exchanges;
import io.readthrough.core.security.Isin;
import io.readthrough.core.security.ListedSecurity;
import io.readthrough.core.security.ListedSecurity.Listing;
import io.readthrough.core.text.WordTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A firm's own list of securities, a CSV (RFC 4180, UTF-8, commas) whose first line names the
/// columns, in any order:
///
/// | column | content |
/// |---|---|
/// | `name` | the legal name. Needed. "Kestrel Foods plc" is found as "Kestrel Foods" too |
/// | `ticker` | the exchange's own code: KSTL. Needed, but for the type `private` |
/// | `exchange` | an ISO 10383 code (XLON) or a usual name (LSE, Nasdaq); empty where there is none |
/// | `aliases` | other sure names, separated by a vertical bar. One in capitals counts in capitals only |
/// | `type` | equity (when empty), etf, index, crypto, fx, commodity, rate or private |
/// | `sector` | in your own words |
/// | `ambiguous` | names that are common words too: they count where the context supports them |
/// | `listings` | other lines of the same security, exchange:ticker, separated by a vertical bar |
/// | `isin` | ISO 6166, with the right check digit |
final class SecurityCsv {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_NAMES = 40;
  private static final int LONGEST_TICKER = 16;

  private final Exchanges exchanges = Exchanges.standard();
  private final Column name = new Column("name");
  private final Column ticker = new Column("ticker");
  private final Column exchange = new Column("exchange");
  private final Column aliases = new Column("aliases");
  private final Column type = new Column("type");
  private final Column sector = new Column("sector");
  private final Column ambiguous = new Column("ambiguous");
  private final Column listings = new Column("listings");
  private final Column isin = new Column("isin");

  private final List<Column> columns =
      List.of(name, ticker, exchange, aliases, type, sector, ambiguous, listings, isin);

  /// How many of them the file has; 0 before its first line is read.
  private int columnCount;

  private final Map<String, String> mics = new HashMap<>();

  /// For each exchange, and for none, the tickers on it and the line that each is on.
  private final Map<@Nullable String, WordTable> lines = new HashMap<>();

  private final List<ListedSecurity> listed = new ArrayList<>();

  private SecurityCsv() {}

  /// A column that a file may have, and its place in it.
  private static final class Column {
    static final int ABSENT = -1;

    final String printed;
    int place = ABSENT;

    Column(String printed) {
      this.printed = printed;
    }
  }

  static List<ListedSecurity> read(String text) throws MalformedReferenceException {
    SecurityCsv csv = new SecurityCsv();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text)) {
      for (CsvRecord row : records) {
        if (csv.columnCount == 0) {
          csv.head(row);
        } else {
          csv.row(row);
        }
      }
    } catch (CsvParseException e) {
      throw new MalformedReferenceException(
          "line " + (1 + csv.listed.size()) + " or after",
          "this is no CSV: put fields with commas or quotation marks in quotation marks");
    } catch (IOException e) {
      throw new IllegalStateException("a string can always be read", e);
    }
    if (csv.columnCount == 0) {
      throw new MalformedReferenceException(
          "line 1", "the file is empty: its first line names the columns, such as name,ticker");
    }
    return csv.listed;
  }

  private void head(CsvRecord row) throws MalformedReferenceException {
    for (int i = 0; i < row.getFieldCount(); i++) {
      String printed = row.getField(i).strip();
      Column column = column(printed);
      if (column == null) {
        throw new MalformedReferenceException(
            "line 1",
            quoted(printed)
                + " is no column that is known: use "
                + known()
                + ", with commas between");
      }
      if (column.place != Column.ABSENT) {
        throw new MalformedReferenceException(
            "line 1", "the column " + quoted(printed) + " is there twice: remove one");
      }
      column.place = i;
    }
    if (name.place == Column.ABSENT) {
      throw new MalformedReferenceException(
          "line 1", "the column 'name' is missing: the first line names the columns");
    }
    columnCount = row.getFieldCount();
  }

  private @Nullable Column column(String printed) {
    for (Column column : columns) {
      if (column.printed.equalsIgnoreCase(printed)) {
        return column;
      }
    }
    return null;
  }

  private void row(CsvRecord row) throws MalformedReferenceException {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != columnCount) {
      throw new MalformedReferenceException(
          "line " + line,
          "it has %d fields and the first line %d: put a comma for each empty field, and names with commas in quotation marks"
              .formatted(row.getFieldCount(), columnCount));
    }
    if (listed.size() == ReferenceList.MOST_ROWS) {
      throw ReferenceList.tooMany(listed.size() + 1);
    }
    AssetType assetType = type(row);
    String mic = exchange(row);
    String code = ticker(row, assetType);
    if (code != null) {
      int before = onExchange(mic).add(code, (int) line);
      if (before != line) {
        throw fault(row, ticker, code, "is on line " + before + " already: remove one");
      }
    }
    listed.add(
        new ListedSecurity(
            code,
            mic,
            name(row),
            names(row, aliases),
            assetType,
            text(row, sector),
            names(row, ambiguous),
            listings(row),
            isin(row)));
  }

  /// The tickers on an exchange and their lines.
  private WordTable onExchange(@Nullable String mic) {
    WordTable known = lines.get(mic);
    if (known != null) {
      return known;
    }
    WordTable first = new WordTable();
    lines.put(mic, first);
    return first;
  }

  private AssetType type(CsvRecord row) throws MalformedReferenceException {
    String value = text(row, type);
    if (value == null) {
      return AssetType.EQUITY;
    }
    for (AssetType known : AssetType.values()) {
      if (known != AssetType.GROUP && known.name().equalsIgnoreCase(value)) {
        return known;
      }
    }
    throw fault(row, type, value, "is no type: use " + types());
  }

  private @Nullable String exchange(CsvRecord row) throws MalformedReferenceException {
    String value = text(row, exchange);
    return value == null ? null : mic(row, exchange, value);
  }

  private String mic(CsvRecord row, Column column, String value)
      throws MalformedReferenceException {
    String mic = mics.get(value);
    if (mic == null) {
      mic = exchanges.mic(value);
      mics.put(value, mic == null ? "" : mic);
    }
    if (mic == null || mic.isEmpty()) {
      throw fault(
          row,
          column,
          value,
          "is no exchange that is known: use its ISO 10383 code, such as XNYS, or leave it empty");
    }
    return mic;
  }

  private @Nullable String ticker(CsvRecord row, AssetType type)
      throws MalformedReferenceException {
    String value = text(row, ticker);
    if (value != null) {
      return ticker(row, ticker, value);
    }
    if (type == AssetType.PRIVATE) {
      return null;
    }
    throw fault(row, ticker, "", "is no ticker: write one, or the type private");
  }

  private static String ticker(CsvRecord row, Column column, String value)
      throws MalformedReferenceException {
    boolean valid = value.length() <= LONGEST_TICKER && isLetterOrDigit(value.charAt(0));
    for (int i = 0; i < value.length(); i++) {
      valid &= isLetterOrDigit(value.charAt(i)) || ".-&".indexOf(value.charAt(i)) >= 0;
    }
    if (!valid) {
      throw fault(
          row,
          column,
          value,
          "is no ticker: use at most %d capitals and digits, with . - or & between them"
              .formatted(LONGEST_TICKER));
    }
    return value;
  }

  private String name(CsvRecord row) throws MalformedReferenceException {
    String value = text(row, name);
    if (value == null) {
      throw fault(row, name, "", "is no name: write the legal name");
    }
    return name(row, name, value);
  }

  private static String name(CsvRecord row, Column column, String value)
      throws MalformedReferenceException {
    if (value.length() > LONGEST_NAME) {
      throw fault(
          row,
          column,
          value,
          "has more than %d characters: is a quotation mark not closed?".formatted(LONGEST_NAME));
    }
    if (!isName(value)) {
      throw fault(
          row, column, value, "is no name: use letters, and no vertical bar or line break in one");
    }
    return value;
  }

  /// Loops instead of streams: a list has many names, and is read by cold code.
  private static boolean isName(String value) {
    boolean letter = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '|' || Character.isISOControl(c) || (c == '!' && i == 0)) {
        return false;
      }
      letter = letter || Character.isLetter(value.codePointAt(i));
    }
    return letter;
  }

  private List<String> names(CsvRecord row, Column column) throws MalformedReferenceException {
    List<String> parts = parts(row, column);
    for (String part : parts) {
      name(row, column, part);
    }
    return parts;
  }

  private List<Listing> listings(CsvRecord row) throws MalformedReferenceException {
    List<String> parts = parts(row, listings);
    if (parts.isEmpty()) {
      return List.of();
    }
    List<Listing> found = new ArrayList<>(parts.size());
    for (String part : parts) {
      int colon = part.indexOf(':');
      if (colon <= 0 || colon == part.length() - 1) {
        throw fault(row, listings, part, "is no listing: write exchange:ticker, such as XLON:KSTL");
      }
      String mic = mic(row, listings, part.substring(0, colon).strip());
      String code = part.substring(colon + 1).strip();
      found.add(new Listing(mic, ticker(row, listings, code)));
    }
    return found;
  }

  private List<String> parts(CsvRecord row, Column column) throws MalformedReferenceException {
    String value = text(row, column);
    if (value == null) {
      return List.of();
    }
    if (value.indexOf('|') < 0) {
      return List.of(value);
    }
    List<String> parts = new ArrayList<>(2);
    for (String part : value.split("\\|", -1)) {
      String stripped = part.strip();
      if (!stripped.isEmpty()) {
        parts.add(stripped);
      }
    }
    if (parts.size() > MOST_NAMES) {
      throw fault(row, column, value, "are more than " + MOST_NAMES + ": leave some out");
    }
    return parts;
  }

  private @Nullable String isin(CsvRecord row) throws MalformedReferenceException {
    String value = text(row, isin);
    if (value != null && !Isin.isValid(value)) {
      throw fault(row, isin, value, "is no ISIN: its form or its check digit is wrong");
    }
    return value;
  }

  /// The field, stripped; null when it is empty or the file has no such column.
  private @Nullable String text(CsvRecord row, Column column) {
    if (column.place == Column.ABSENT) {
      return null;
    }
    String value = row.getField(column.place).strip();
    return value.isEmpty() ? null : value;
  }

  private static MalformedReferenceException fault(
      CsvRecord row, Column column, String value, String why) {
    return new MalformedReferenceException(
        "line " + row.getStartingLineNumber() + ", column " + column.printed,
        quoted(value) + ' ' + why);
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private String known() {
    return columns.stream().map(column -> column.printed).collect(Collectors.joining(", "));
  }

  private static String types() {
    return Arrays.stream(AssetType.values())
        .filter(type -> type != AssetType.GROUP)
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
