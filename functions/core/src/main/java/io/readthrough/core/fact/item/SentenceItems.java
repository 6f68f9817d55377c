package io.readthrough.core.fact.item;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.metric.HintsMet;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricHints.Stretch;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence as a row of items: figures, metrics, cues, periods, commas, breaks and other words.
public final class SentenceItems {
  private static final int MOST_LABEL_WORDS = 3;

  private static final int NEAR_RATING = 8;

  private static final WordTable TIMES = WordTable.of("year quarter half month week period");

  /// Words for who expects and reports, and what they do: a clause with these alone speaks of what
  /// the text spoke of before.
  private static final WordTable REPORTING =
      WordTable.of(
          "management company board plan guidance guide consensus street call forecast forecasts"
              + " number numbers estimate estimates figure total rest side analysts analyst view"
              + " target year's three-year five-year full-year see sees saw say says said put puts"
              + " take takes took move moves moved look looks had have expect expects expected need"
              + " needs want wants stay stays drop drops lifted lift compared against unchanged"
              + " versus still only already yet nearer goes go range midpoint mid-point low high"
              + " end top bottom half mine ours theirs today carries carry cuts cut keep keeps kept"
              + " leave leaves left raise raises raised lower lowers lowered now market reach"
              + " reached bring brings about another more less each every even just running run"
              + " runs roughly nearly close growth average come comes came bull bear assume assumes"
              + " model models modelled project projects think thinks get gets got prior last"
              + " next");

  private static final WordTable RATE_MOVES =
      WordTable.of("cut cuts hike hikes reduction increase rise easing");

  private static final WordTable CURRENCIES =
      WordTable.of("dollar euro pound yen yuan renminbi franc krona krone rupee real won peso");

  /// How many items before its price a bond is named.
  private static final int NEAR_BOND = 9;

  private static final WordTable BONDS =
      WordTable.of(
          "bond bonds note notes perp perps perpetual perpetuals gilt gilts bund bunds loan loans"
              + " debt debenture debentures secured unsecured senior subordinated hybrid hybrids"
              + " convertible convertibles linker linkers");

  private static final WordTable EARLIER = WordTable.of("ago earlier before previously formerly");

  private static final WordTable RATINGS =
      WordTable.of(
          "buy sell hold neutral outperform underperform overweight underweight reduce add"
              + " accumulate perform rated conviction equal-weight equalweight market-perform");

  private static final int LONGEST_MATURITY = 6;

  private static final WordTable PRODUCING =
      WordTable.of("produce produces produced producing mine mines mined dig digs dug cost costs");

  private static final WordTable SHIPPING =
      WordTable.of("ship ships shipped shipping shipment shipments export exports exported");

  private static final WordTable PER_UNITS =
      WordTable.of(
          "pound lb tonne ton ounce oz barrel bbl mwh kwh mmbtu therm gallon bushel mcf kw mw kg"
              + " kilogram gram t megawatt kilowatt vehicle car unit case passenger box litre boe");

  private final Tokens tokens;
  private final Item[] items;
  private final HintsMet hints;
  private final SentenceNames names;
  private final boolean disclosure;

  /// @param items at least one
  /// @param hints at metrics that it holds
  /// @param mentions of the names in it
  /// @param disclosure whether it tells what the note's own firm holds or how it rates
  SentenceItems(
      Tokens tokens, List<Item> items, HintsMet hints, List<Mention> mentions, boolean disclosure) {
    this.tokens = tokens;
    this.items = items.toArray(Item[]::new);
    this.hints = hints;
    this.names = new SentenceNames(tokens, this.items, mentions);
    this.disclosure = disclosure;
  }

  /// What a stretch of the sentence is.
  public sealed interface Item {
    /// Its first token.
    int from();

    /// The token after its last.
    int to();
  }

  /// A figure.
  public record FigureItem(int from, int to, Figure figure) implements Item {}

  /// A wording of a metric.
  public record MetricItem(int from, int to, Metric metric) implements Item {}

  /// A word that tells what a figure is.
  public record CueItem(int from, int to, Cue cue) implements Item {}

  /// A period.
  public record PeriodItem(int from, int to, PrintedPeriod period) implements Item {}

  /// A comma or a bracket.
  public record Comma(int from, int to) implements Item {}

  /// A mark that ends a clause or a cell.
  public record Break(int from, int to) implements Item {}

  /// Any other word.
  public record OtherWord(int from, int to) implements Item {}

  /// The tokens of the text that it is a sentence of.
  public Tokens tokens() {
    return tokens;
  }

  /// The hints at a metric that it holds.
  public HintsMet hints() {
    return hints;
  }

  /// The names in it.
  public SentenceNames names() {
    return names;
  }

  /// Whether item `k` is a year and nothing else: "2034".
  public boolean isYear(int k) {
    return k < items.length
        && items[k] instanceof PeriodItem
        && items[k].to() - items[k].from() == 1
        && Character.isDigit(tokens.foldedAt(tokens.start(items[k].from())))
        && Character.isDigit(tokens.foldedAt(tokens.end(items[k].from()) - 1));
  }

  /// Whether number `k` is printed with a scale, and not digit by digit: "3.4bn", "2 million".
  public boolean isScaled(int k) {
    int last = items[k].to() - 1;
    return !Character.isDigit(tokens.foldedAt(tokens.end(last) - 1));
  }

  /// Whether the sentence tells what the note's own firm holds or how it rates.
  public boolean isDisclosure() {
    return disclosure;
  }

  /// How many items there are.
  public int size() {
    return items.length;
  }

  /// Item `k`, from 0 to [#size].
  public Item get(int k) {
    return items[k];
  }

  /// Item `k` and the tokens of the sentence at most `reach` from it.
  public Stretch around(int k, int reach) {
    return new Stretch(
        Math.max(items[0].from(), items[k].from() - reach),
        items[k].from(),
        items[k].to(),
        Math.min(items[items.length - 1].to(), items[k].to() + reach));
  }

  /// The cue that item `k` is; null when it is none, or outside the sentence.
  public @Nullable Cue cue(int k) {
    return k >= 0 && k < items.length && items[k] instanceof CueItem c ? c.cue() : null;
  }

  /// Whether item `k` is the one token `word`.
  public boolean is(int k, String word) {
    return k >= 0
        && k < items.length
        && items[k].to() - items[k].from() == 1
        && tokens.is(items[k].from(), word);
  }

  /// Whether the first word of item `k` is longer than `ending` and ends in its two letters.
  boolean endsIn(int k, String ending) {
    int from = items[k].from();
    int to = tokens.end(from);
    return to - tokens.start(from) > 3
        && tokens.foldedAt(to - 2) == ending.charAt(0)
        && tokens.foldedAt(to - 1) == ending.charAt(1);
  }

  /// The last word of what names a metric, in lower case.
  public String head(MetricItem item) {
    return tokens.folded(item.to() - 1);
  }

  /// Whether item `k` starts a line.
  public boolean isLineBefore(int k) {
    return k < items.length && tokens.lineBefore(items[k].from());
  }

  /// The figure that item `k` is.
  public Figure figure(int k) {
    if (items[k] instanceof FigureItem f) {
      return f.figure();
    }
    throw new IllegalArgumentException("item " + k + " is no figure: " + items[k]);
  }

  /// Whether item `k` may be what its clause speaks of: a noun or a verb with a meaning of its own,
  /// no time and none of the words for who expects and reports.
  boolean isSubject(int k) {
    int token = items[k].from();
    return WordClass.of(tokens, token) == WordClass.OPEN
        && TIMES.find(tokens, token) == WordTable.ABSENT
        && REPORTING.find(tokens, token) == WordTable.ABSENT;
  }

  /// Whether figure `k` is what one of another currency costs: "7.05 to the dollar".
  public boolean isAgainstCurrency(int k) {
    int token = items[k].to();
    int end = items[items.length - 1].to();
    boolean led = token + 2 < end && (tokens.is(token, "to") || tokens.is(token, "per"));
    return led
        && CURRENCIES.find(tokens, tokens.is(token + 1, "the") ? token + 2 : token + 1)
            != WordTable.ABSENT;
  }

  /// Whether the words before item `k` in its clause name a bond or a loan: "notes", "4.95% 2050",
  /// "2029s".
  boolean isOfBond(int k) {
    int least = Math.max(0, k - NEAR_BOND);
    for (int j = k - 1; j >= least && !(items[j] instanceof Break); j--) {
      int token = items[j].to() - 1;
      boolean coupon =
          items[j] instanceof PeriodItem
              && j > 0
              && items[j - 1] instanceof FigureItem f
              && f.figure().kind() == Figure.Kind.PERCENT;
      if (coupon || BONDS.find(tokens, token) != WordTable.ABSENT || isMaturity(token)) {
        return true;
      }
    }
    return false;
  }

  /// "2029s", "29s", "6.875s".
  private boolean isMaturity(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    return end - start >= 3
        && end - start <= LONGEST_MATURITY
        && tokens.foldedAt(end - 1) == 's'
        && Character.isDigit(tokens.foldedAt(start))
        && Character.isDigit(tokens.foldedAt(end - 2));
  }

  /// The last metric that is named; null when none is.
  public @Nullable Metric lastMetric() {
    for (int k = items.length - 1; k >= 0; k--) {
      if (items[k] instanceof MetricItem m) {
        return m.metric();
      }
    }
    return null;
  }

  /// Whether item `k` is a central bank's move.
  public boolean isRateMove(int k) {
    return k >= 0
        && k < items.length
        && RATE_MOVES.find(tokens, items[k].from()) != WordTable.ABSENT;
  }

  /// Whether item `k` puts a figure into the past: "a year ago", "before".
  public boolean isTimeBefore(int k) {
    return k >= 0
        && k < items.length
        && EARLIER.find(tokens, items[k].to() - 1) != WordTable.ABSENT;
  }

  /// Whether item `k` is "compared with" or the like.
  boolean isCompared(int k) {
    return tokens.is(items[k].from(), "compared");
  }

  /// Whether item `k` is a verb that tells what something would do to a figure: "costs", "adds",
  /// "would take", "is worth".
  boolean isMoving(int k) {
    int token = items[k].to() - 1;
    // Coins "worth $925 million" are valued; a cent that "is worth $4 million" moves something.
    boolean worth =
        tokens.is(token, "worth") && token > 0 && WordClass.of(tokens, token - 1) == WordClass.BE;
    boolean verb =
        Effect.ADDS.isAt(tokens, token)
            || Effect.TAKES.isAt(tokens, token)
            || Effect.COSTS.isAt(tokens, token)
            || Effect.SAVES.isAt(tokens, token);
    boolean usual = tokens.foldedAt(tokens.end(token) - 1) == 's';
    return worth || (verb && (usual || is(k - 1, Effect.SUPPOSES)));
  }

  /// Whether the last word of item `k` tells `effect`.
  public boolean is(int k, Effect effect) {
    return k >= 0 && k < items.length && effect.isAt(tokens, items[k].to() - 1);
  }

  /// Whether item `k` links an amount to what it is taken from.
  public boolean isOff(int k) {
    return is(k, "off") || is(k, "from") || is(k, "out");
  }

  /// Whether a rating stands a few words before item `k`: "Buy reiterated, $310".
  public boolean isRatedBefore(int k) {
    int from = items[k].from();
    int least = Math.max(items[0].from(), from - NEAR_RATING);
    for (int i = from - 1; i >= least; i--) {
      if (tokens.capitalised(i) && RATINGS.find(tokens, i) != WordTable.ABSENT) {
        return true;
      }
    }
    return false;
  }

  /// Whether a figure is for a unit of something: "a pound", "per MWh".
  public boolean isPerUnit(int k) {
    int token = items[k].to();
    boolean led =
        token + 1 < items[items.length - 1].to()
            && (tokens.is(token, "a")
                || tokens.is(token, "an")
                || tokens.is(token, "per")
                || tokens.isMark(token, '/'));
    return led && PER_UNITS.find(tokens, token + 1) != WordTable.ABSENT;
  }

  /// Whether a word with a capital stands before item `k` in its clause.
  public boolean hasCapitalBefore(int k) {
    int least = Math.max(items[0].from(), items[k].from() - NEAR_RATING);
    for (int i = items[k].from() - 1; i >= least; i--) {
      boolean capital = tokens.is(i, TokenKind.WORD) && tokens.capitalised(i);
      if (capital && WordClass.of(tokens, i) == WordClass.OPEN) {
        return true;
      }
    }
    return false;
  }

  /// Whether the words before item `k` speak of making something.
  public boolean isProduced(int k) {
    return isNear(k, PRODUCING);
  }

  /// Whether the words before item `k` speak of shipping something.
  public boolean isShipped(int k) {
    return isNear(k, SHIPPING);
  }

  private boolean isNear(int k, WordTable words) {
    int from = items[k].from();
    int least = Math.max(items[0].from(), from - NEAR_RATING);
    for (int i = from - 1; i >= least; i--) {
      if (words.find(tokens, i) != WordTable.ABSENT) {
        return true;
      }
    }
    return false;
  }

  /// An item as worded, with the words before it that tell it from others of its kind: "cloud
  /// revenue", "Automotive adjusted free cash flow".
  public String label(Item item) {
    int from = item.from();
    int least = Math.max(items[0].from(), from - MOST_LABEL_WORDS);
    while (item instanceof MetricItem
        && from > least
        && tokens.is(from - 1, TokenKind.WORD)
        && WordClass.of(tokens, from - 1) == WordClass.OPEN
        && !tokens.lineBefore(from)) {
      from--;
    }
    return tokens.span(from, item.to()).of(tokens.text());
  }
}
