package io.readthrough.core.fact.item;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.SentenceItems.Item;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of a sentence as they stand to its items.
public final class SentenceNames {
  private static final int MOST_NAMES_BACK = 8;
  private static final int NEAR = 6;

  private final Tokens tokens;
  private final Item[] items;
  private final List<Mention> mentions;

  SentenceNames(Tokens tokens, Item[] items, List<Mention> mentions) {
    this.tokens = tokens;
    this.items = items;
    this.mentions = mentions;
  }

  /// A rate of exchange in the currency that a pair is quoted in, where the name beside it is one.
  public Figure inQuoteCurrency(int k, Figure figure) {
    int m = last(tokens.start(items[k].to() - 1));
    String code = m < 0 ? null : mentions.get(m).security().ticker();
    if (code == null || code.length() < 3) {
      return figure;
    }
    String quote = code.substring(code.length() - 3);
    return figure.in(Figure.Kind.MONEY, quote);
  }

  /// What sort of thing the last name is that stands within a few tokens before item `k`, or in it;
  /// null when none does.
  public @Nullable AssetType typeNear(int k) {
    int m = last(tokens.start(items[k].to() - 1));
    if (m < 0) {
      return null;
    }
    int between = items[k].from() - tokens.at(mentions.get(m).span().end() - 1);
    return between <= NEAR ? mentions.get(m).security().assetType() : null;
  }

  /// What sort of thing is named within a few tokens behind item `k`; null when nothing is.
  public @Nullable AssetType typeAfter(int k) {
    return typeBehind(k, NEAR);
  }

  /// The same directly behind it.
  public @Nullable AssetType typeRightAfter(int k) {
    return typeBehind(k, 0);
  }

  private @Nullable AssetType typeBehind(int k, int most) {
    int to = items[k].to();
    int m = last(tokens.end(to - 1)) + 1;
    if (m >= mentions.size()) {
      return null;
    }
    int between = tokens.at(mentions.get(m).span().start()) - to;
    return between <= most ? mentions.get(m).security().assetType() : null;
  }

  /// Whether a name ends directly before item `k`.
  public boolean isNameBefore(int k) {
    int from = items[k].from();
    int m = from == items[0].from() ? -1 : last(tokens.start(from - 1));
    return m >= 0 && mentions.get(m).span().end() == tokens.end(from - 1);
  }

  /// Who a fact is about whose metric ends before token `to`: the last fitting name before that, or
  /// else null.
  public @Nullable String entity(Metric metric, int to) {
    if (metric.owner() == Metric.Owner.ECONOMY) {
      return null;
    }
    int last = last(tokens.start(to - 1));
    for (int m = last; m >= 0 && last - m < MOST_NAMES_BACK; m--) {
      AssetType type = mentions.get(m).security().assetType();
      if (fits(metric, type)) {
        return mentions.get(m).security().entityId();
      }
    }
    return null;
  }

  /// The coin or commodity that is named directly before token `at`; null when none is.
  public @Nullable Mention pricedBefore(int at) {
    int m = last(tokens.start(at) - 1);
    if (m < 0 || mentions.get(m).span().end() != tokens.end(at - 1)) {
      return null;
    }
    AssetType type = mentions.get(m).security().assetType();
    return type == AssetType.CRYPTO || type == AssetType.COMMODITY ? mentions.get(m) : null;
  }

  /// The last mention that starts at or before `offset`.
  private int last(int offset) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).span().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static boolean fits(Metric metric, AssetType type) {
    return switch (type) {
      case EQUITY, ETF, PRIVATE -> true;
      case CRYPTO, COMMODITY, INDEX, FX -> metric.owner() == Metric.Owner.ASSET;
      case RATE, GROUP -> false;
    };
  }
}
