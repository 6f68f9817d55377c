package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes of the built-in list's files what the product loads, so that a cold start neither cuts
/// names into words nor builds an index of them. Run by the build.
public final class SecurityListCompiler {
  /// The name of the compiled list, beside the files it is made of.
  public static final String COMPILED = "securities.bin";

  private static final String SECURITIES = "securities.tsv";
  private static final String LOOKALIKES = "lookalikes.txt";
  private static final String COMMON_BEGINNINGS = "common-beginnings.txt";
  private static final int COLUMNS = 9;

  /// How many words of a legal name may be a short form of it.
  private static final int LONGEST_BEGINNING = 2;

  private final SecurityListBuilder list = new SecurityListBuilder(new WordTable());

  /// How the legal names of several words begin: with one word, with two.
  private final Map<String, Beginning> beginnings = new LinkedHashMap<>();

  private SecurityListCompiler() {}

  /// @param tokens of the legal name
  /// @param owner the number of the security; [SecurityList#NONE] when several names begin so
  private record Beginning(Tokens tokens, int from, int to, int owner) {}

  /// The compiled list: the same bytes for the same files, on every machine.
  ///
  /// @throws IllegalStateException when a row is none of a security, or two securities have the
  ///   same ticker or id; it names them
  public static byte[] compile() {
    return read().write();
  }

  /// Reads the built-in list's files.
  static SecurityList read() {
    List<ListedSecurity> rows = new ArrayList<>();
    for (String[] row : Rows.of(SecurityList.class, SECURITIES, COLUMNS)) {
      rows.add(row(row));
    }
    SecurityListCompiler compiler = new SecurityListCompiler();
    compiler.list.addAll(rows);
    for (int i = 0; i < rows.size(); i++) {
      compiler.addBeginnings(rows.get(i), i);
    }
    compiler.addShortForms();
    for (String[] row : Rows.of(SecurityList.class, LOOKALIKES, 1)) {
      compiler.list.addLookalike(Tokens.of(row[0]));
    }
    return compiler.list.build();
  }

  /// A row of the table whose columns `securities.tsv` describes.
  private static ListedSecurity row(String[] cells) {
    List<ListedSecurity.Listing> listings = new ArrayList<>();
    for (String listing : Rows.parts(cells[7])) {
      int colon = listing.indexOf(':');
      listings.add(
          new ListedSecurity.Listing(listing.substring(0, colon), listing.substring(colon + 1)));
    }
    return new ListedSecurity(
        orNull(cells[0]),
        orNull(cells[1]),
        cells[2],
        Rows.parts(cells[3]),
        AssetType.valueOf(cells[4].toUpperCase(Locale.ROOT)),
        orNull(cells[5]),
        Rows.parts(cells[6]),
        listings,
        orNull(cells[8]));
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private void addBeginnings(ListedSecurity row, int security) {
    if (row.type() != AssetType.EQUITY && row.type() != AssetType.PRIVATE) {
      return;
    }
    NameTokens name = NameTokens.of(List.of(row.name()));
    int from = name.fromAfterArticle(0);
    int core = LegalForms.core(name.tokens(), from, name.to(0));
    for (int to = from + 1; to < Math.min(core, from + 1 + LONGEST_BEGINNING); to++) {
      String words = name.tokens().span(from, to).of(name.tokens().text());
      int owner = beginnings.containsKey(words) ? SecurityList.NONE : security;
      beginnings.put(words, new Beginning(name.tokens(), from, to, owner));
    }
  }

  private void addShortForms() {
    WordTable common = new WordTable();
    for (String[] row : Rows.of(SecurityList.class, COMMON_BEGINNINGS, 1)) {
      common.add(row[0], 0);
    }
    for (Beginning each : beginnings.values()) {
      if (each.owner() != SecurityList.NONE && isName(each, common)) {
        list.addShortForm(each.owner(), each.tokens(), each.from(), each.to());
      }
    }
  }

  private static boolean isName(Beginning each, WordTable common) {
    int from = each.from();
    boolean word = each.to() == from + 1;
    boolean plain = word && common.find(each.tokens(), from) != WordTable.ABSENT;
    return !plain
        && !(word && each.tokens().allCaps(from))
        && IntroducedNames.isDistinct(each.tokens(), from, each.to());
  }
}
