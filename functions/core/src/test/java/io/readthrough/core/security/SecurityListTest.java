package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SecurityListTest {
  /// Names that several securities bear, on purpose: what else a text names tells which it means.
  private static final Set<String> SHARED_NAMES =
      Set.of(
          "Apollo",
          "Aspen",
          "Bell",
          "Cadence",
          "Cardinal",
          "Daiwa",
          "Delta",
          "Dow",
          "EUA",
          "Eagle",
          "Evergreen",
          "Franklin",
          "Frontier",
          "Galaxy",
          "Genesis",
          "Granite",
          "Hanmi",
          "Huntington",
          "Nitto",
          "Orion",
          "Quanta",
          "SMBC",
          "Sands",
          "Titan",
          "Toho",
          "Towa",
          "Universal",
          "Vanguard",
          "WuXi");

  private static final List<String[]> ROWS = Rows.of(SecurityList.class, "securities.tsv", 9);

  private final SecurityList list = SecurityList.builtIn();

  @Test
  void holdsEveryRow() {
    assertThat(list.securities()).hasSize(ROWS.size()).hasSizeGreaterThan(6000);
  }

  @Test
  void coversTheKindsAndMarketsThatNotesSpeakOf() {
    Map<AssetType, Integer> kinds = new TreeMap<>();
    Set<String> exchanges = new TreeSet<>();
    for (Security security : list.securities()) {
      kinds.merge(security.assetType(), 1, Integer::sum);
      if (security.exchangeMic() != null) {
        exchanges.add(security.exchangeMic());
      }
    }
    assertThat(kinds.get(AssetType.EQUITY)).isGreaterThan(4400);
    assertThat(kinds)
        .containsKeys(
            AssetType.ETF,
            AssetType.INDEX,
            AssetType.CRYPTO,
            AssetType.FX,
            AssetType.COMMODITY,
            AssetType.RATE,
            AssetType.PRIVATE);
    assertThat(exchanges)
        .contains("XNYS", "XNAS", "XLON", "XETR", "XPAR", "XTKS", "XNSE", "XTSE", "XASX", "XHKG");
  }

  @Test
  void givesEveryEntityAnIdOfItsOwn() {
    Set<String> ids = new HashSet<>();
    assertThat(list.securities()).allMatch(security -> ids.add(security.entityId()));
  }

  @Test
  void givesEveryTickerToOneSecurity() {
    for (Security security : list.securities()) {
      if (security.ticker() != null) {
        assertThat(list.byTicker(security.ticker())).as(security.ticker()).isSameAs(security);
      }
    }
  }

  @Test
  void givesEveryOtherListingToItsSecurity() {
    for (int i = 0; i < ROWS.size(); i++) {
      for (String listing : Rows.parts(ROWS.get(i)[7])) {
        String[] parts = listing.split(":", 2);
        String ticker = Exchanges.standard().ticker(parts[0], parts[1]);
        assertThat(list.byTicker(ticker)).as(listing).isSameAs(list.securities().get(i));
      }
    }
  }

  @Test
  void usesOnlyExchangesThatItKnows() {
    Set<String> known = new HashSet<>();
    for (String[] row : Rows.of(SecurityList.class, "exchanges.tsv", 5)) {
      known.add(row[0]);
    }
    assertThat(ROWS).allMatch(row -> row[1].isEmpty() || known.contains(row[1]));
  }

  @Test
  void printsOnlyIsinsWhoseCheckDigitIsRight() {
    List<String> isins = ROWS.stream().map(row -> row[8]).filter(isin -> !isin.isEmpty()).toList();
    assertThat(isins).hasSizeGreaterThan(30).doesNotHaveDuplicates().allMatch(Isin::isValid);
    for (String isin : isins) {
      assertThat(list.byIsin(isin)).isNotNull();
    }
  }

  @Test
  void sharesNoNameBetweenSecuritiesUnlessOnPurpose() {
    Map<String, String> owners = new HashMap<>();
    List<String> shared = new ArrayList<>();
    for (String[] row : ROWS) {
      Set<String> names = new TreeSet<>(Rows.parts(row[3]));
      names.addAll(Rows.parts(row[6]));
      names.removeIf(name -> name.startsWith("!"));
      names.add(row[2]);
      for (String name : names) {
        String owner = owners.putIfAbsent(name, row[2]);
        if (owner != null && !SHARED_NAMES.contains(name)) {
          shared.add(name + ": " + owner + " and " + row[2]);
        }
      }
    }
    assertThat(shared).isEmpty();
  }

  @Test
  void findsEverySecurityByItsLegalName() {
    SecurityMentions mentions = new ListedMentions(list);
    List<String> missed = new ArrayList<>();
    for (Security security : list.securities()) {
      String text = "We spoke about " + security.name() + " shares, whose sales rose.";
      List<Mention> found = mentions.find(Tokens.of(text));
      // Merck KGaA is told from Merck & Co. by its exchange alone.
      boolean known = !found.isEmpty() && found.getFirst().security().equals(security);
      if (!known && !security.entityId().equals("equity:MRK.DE")) {
        missed.add(security.name() + " was " + found);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void findsEveryAmericanTickerAsACashtag() {
    SecurityMentions mentions = new ListedMentions(list);
    for (Security security : list.securities()) {
      String mic = security.exchangeMic();
      if (mic == null || !Set.of("XNYS", "XNAS", "ARCX").contains(mic)) {
        continue;
      }
      String text = "Long $" + security.ticker() + " here";
      assertThat(mentions.find(Tokens.of(text)))
          .as(text)
          .singleElement()
          .extracting(Mention::security)
          .isSameAs(security);
    }
  }

  @Test
  void findsEveryListingInTheReutersAndTheBloombergForm() {
    Map<String, String[]> exchanges = new HashMap<>();
    for (String[] row : Rows.of(SecurityList.class, "exchanges.tsv", 5)) {
      exchanges.put(row[0], row);
    }
    SecurityMentions mentions = new ListedMentions(list);
    for (int i = 0; i < ROWS.size(); i++) {
      String code = ROWS.get(i)[0];
      String[] exchange = exchanges.get(ROWS.get(i)[1]);
      if (exchange == null || !code.matches("[A-Z0-9&]{1,10}")) {
        continue;
      }
      Security security = list.securities().get(i);
      List<String> forms = new ArrayList<>();
      forms.add(code + '.' + Rows.parts(exchange[2]).getFirst());
      forms.add(Rows.parts(exchange[4]).getFirst().toUpperCase(Locale.ROOT) + ": " + code);
      if (!exchange[3].isEmpty()) {
        forms.add(code + ' ' + Rows.parts(exchange[3]).getFirst());
      }
      for (String form : forms) {
        assertThat(mentions.find(Tokens.of("It holds (" + form + ").")))
            .as(form)
            .singleElement()
            .extracting(Mention::security)
            .isSameAs(security);
      }
    }
  }

  @Test
  void knowsSectors() {
    assertThat(list.securities())
        .filteredOn(security -> security.entityId().equals("equity:NVDA"))
        .extracting(list::sector)
        .containsExactly("technology");
  }
}
