package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a text surely names, and what that tells of words that may name several things: a ticker
/// that another exchange has too, "Titan" in a note on Titan Cement, "Quanta" among Taiwanese
/// makers of computers.
final class SureNames {
  /// How many more of the text's companies must be like one company than like another for a word to
  /// mean it rather.
  private static final int MUCH_MORE = 3;

  /// So many companies of elsewhere tell where a text is at home.
  private static final int FOREIGNERS = 2;

  /// The market of a ticker without a suffix.
  private static final String AMERICAN = ".";

  private final SecurityMaster list;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Security> codes = new HashMap<>();
  private final Map<String, Security> firstWords = new HashMap<>();

  /// How many of the companies trade on a market, or are in a sector.
  private final Map<String, Integer> companies = new HashMap<>();

  private boolean amongCompanies;
  private int foreigners;

  SureNames(SecurityMaster list) {
    this.list = list;
  }

  void add(Security security) {
    if (!ids.add(security.entityId())) {
      return;
    }
    amongCompanies |= security.assetType() == AssetType.EQUITY;
    String ticker = security.ticker();
    int dot = ticker == null ? -1 : ticker.indexOf('.');
    if (ticker != null && dot > 0) {
      codes.putIfAbsent(ticker.substring(0, dot), security);
    }
    if (isCompany(security)) {
      companies.merge(market(security), 1, Integer::sum);
      foreigners += ticker != null && dot > 0 ? 1 : 0;
      String sector = list.sector(security);
      if (sector != null) {
        companies.merge(sector, 1, Integer::sum);
      }
    }
  }

  /// Adds the first word of a name that is sure for the others that follow it.
  void addFirstWord(String word, Security security) {
    firstWords.putIfAbsent(word, security);
  }

  /// Whether the text surely names a security.
  boolean contains(Security security) {
    return ids.contains(security.entityId());
  }

  /// Whether it surely names any listed company.
  boolean amongCompanies() {
    return amongCompanies;
  }

  /// Whether it surely names companies, and each trades elsewhere than in the United States.
  boolean amongForeigners() {
    return foreigners >= FOREIGNERS && !companies.containsKey(AMERICAN);
  }

  /// The security that a ticker without its exchange is of: "PPL" means Pembina in a note on it,
  /// whatever bears that ticker in New York.
  @Nullable Security byCode(String code) {
    return codes.get(code);
  }

  /// The security whose name begins with `word`.
  @Nullable Security byFirstWord(String word) {
    return firstWords.get(word);
  }

  /// Which of `first` and `others` a word means that may name each. Of companies the one that is
  /// named surely, else the first unless another is much more like the text's companies by where
  /// they trade and what they do; what is no company where nothing names `first`.
  Security meant(Security first, List<Security> others) {
    for (Security other : others) {
      if (contains(other)) {
        return other;
      }
    }
    Security meant = first;
    for (Security other : others) {
      if (!isCompany(other)) {
        return other;
      }
      meant = likeness(other) >= likeness(meant) + MUCH_MORE ? other : meant;
    }
    return meant;
  }

  static boolean isCompany(Security security) {
    return switch (security.assetType()) {
      case EQUITY, PRIVATE -> true;
      case ETF, INDEX, CRYPTO, FX, COMMODITY, RATE, GROUP -> false;
    };
  }

  private int likeness(Security company) {
    String sector = list.sector(company);
    return companies.getOrDefault(market(company), 0)
        + (sector == null ? 0 : companies.getOrDefault(sector, 0));
  }

  /// ".TW", as the ticker ends; "." in the United States, and "-" without a listing.
  private static String market(Security company) {
    String ticker = company.ticker();
    if (ticker == null) {
      return "-";
    }
    int dot = ticker.lastIndexOf('.');
    return dot < 0 ? AMERICAN : ticker.substring(dot);
  }
}
