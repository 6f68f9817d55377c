package io.readthrough.core.fact;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.figure.NumberWords;
import io.readthrough.core.fact.metric.HintsMet;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricHints.Stretch;
import io.readthrough.core.fact.period.PeriodReader;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence as a row of items: figures, metrics, cues, periods, commas, breaks and other words.
final class SentenceItems {
  private static final int MOST_NAMES_BACK = 8;
  private static final int MOST_LABEL_WORDS = 3;

  private static final int NEAR_NAME = 6;
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

  private static final WordTable PRODUCING =
      WordTable.of("produce produces produced producing mine mines mined dig digs dug cost costs");

  private static final WordTable SHIPPING =
      WordTable.of("ship ships shipped shipping shipment shipments export exports exported");

  private static final WordTable PER_UNITS =
      WordTable.of(
          "pound lb tonne ton ounce oz barrel bbl mwh kwh mmbtu therm gallon bushel mcf kw mw kg"
              + " kilogram gram megawatt kilowatt vehicle car unit case passenger box litre boe");

  private static final WordTable QUALIFIERS = WordTable.of("per test covenant threshold");

  private final Tokens tokens;
  private final PeriodReader periods;
  private final List<Mention> mentions;
  private final List<Item> read = new ArrayList<>();
  private Item[] items = {};

  private final HintsMet hints = new HintsMet();

  /// The hint that starts at the item that is being read.
  private long hint = PhraseIndex.NONE;

  private boolean disclosure;

  private SentenceItems(Tokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.periods = new PeriodReader(tokens);
    this.mentions = mentions;
  }

  /// What a stretch of the sentence is.
  sealed interface Item {
    /// Its first token.
    int from();

    /// The token after its last.
    int to();
  }

  record FigureItem(int from, int to, Figure figure) implements Item {}

  record MetricItem(int from, int to, Metric metric) implements Item {}

  record CueItem(int from, int to, Cue cue) implements Item {}

  record PeriodItem(int from, int to, PrintedPeriod period) implements Item {}

  /// A comma or a bracket.
  record Comma(int from, int to) implements Item {}

  /// A mark that ends a clause or a cell.
  record Break(int from, int to) implements Item {}

  record OtherWord(int from, int to) implements Item {}

  /// Reads the tokens from `first` to `end`, whose mentions are `mentions`.
  static SentenceItems of(
      Tokens tokens,
      int first,
      int end,
      List<Mention> mentions,
      FactVocabulary vocabulary,
      FigureReader reader) {
    SentenceItems sentence = new SentenceItems(tokens, mentions);
    int mention = 0;
    int i = first;
    while (i < end) {
      while (mention < mentions.size() && mentions.get(mention).span().end() <= tokens.start(i)) {
        mention++;
      }
      TextSpan named = mention < mentions.size() ? mentions.get(mention).span() : null;
      sentence.hint = PhraseIndex.NONE;
      Item item = sentence.item(i, end, named, vocabulary, reader);
      sentence.addHint(item);
      sentence.read.add(item);
      i = item.to();
    }
    sentence.items = sentence.read.toArray(Item[]::new);
    return sentence;
  }

  private Item item(
      int i, int end, @Nullable TextSpan named, FactVocabulary vocabulary, FigureReader reader) {
    if (tokens.is(i, TokenKind.CLITIC)) {
      return new CueItem(i, i + 1, Cue.ARTICLE);
    }
    int starts = vocabulary.starts(tokens, i);
    if ((starts & FactVocabulary.HINT) != 0) {
      hint = vocabulary.hints().find(tokens, i);
    }
    disclosure |= (starts & FactVocabulary.DISCLOSURE) != 0;
    boolean number = tokens.is(i, TokenKind.NUMBER) || (starts & FactVocabulary.NUMBER) != 0;
    boolean metric = (starts & FactVocabulary.METRIC) != 0;
    if (number && metric) {
      long found = vocabulary.findMetric(tokens, i);
      Metric called =
          found != PhraseIndex.NONE && PhraseIndex.end(found) <= end
              ? vocabulary.metric(PhraseIndex.value(found))
              : null;
      if (called != null) {
        return new MetricItem(i, PhraseIndex.end(found), called);
      }
    }
    Item timeOrFigure = timeOrFigure(i, end, starts, vocabulary, reader);
    if (timeOrFigure != null) {
      return timeOrFigure;
    }
    boolean insideName = named != null && named.start() <= tokens.start(i);
    long found = metric ? vocabulary.findMetric(tokens, i) : PhraseIndex.NONE;
    if (found != PhraseIndex.NONE) {
      int to = Math.min(PhraseIndex.end(found), end);
      Metric called = vocabulary.metric(PhraseIndex.value(found));
      if (insideName && tokens.end(to - 1) <= endOf(named)) {
        return new OtherWord(i, i + 1);
      }
      return called == null || isQualified(to, end)
          ? new OtherWord(i, to)
          : new MetricItem(i, to, called);
    }
    boolean cued = !insideName && (starts & FactVocabulary.CUE) != 0;
    long cue = cued ? vocabulary.findCue(tokens, i) : PhraseIndex.NONE;
    if (cue != PhraseIndex.NONE) {
      return new CueItem(
          i, Math.min(PhraseIndex.end(cue), end), vocabulary.cue(PhraseIndex.value(cue)));
    }
    return tokens.is(i, TokenKind.PUNCTUATION) || tokens.isMark(i, '|')
        ? mark(i)
        : new OtherWord(i, i + 1);
  }

  /// Adds the hint that was met where `item` starts, unless the item is the name of something else
  /// that only begins with its words: "price" in "price target".
  private void addHint(Item item) {
    boolean inside =
        item.to() > PhraseIndex.end(hint)
            && (item instanceof MetricItem || item.to() - item.from() > 1);
    if (hint != PhraseIndex.NONE && !inside) {
      hints.add(item.from(), hint);
    }
  }

  private @Nullable Item timeOrFigure(
      int i, int end, int starts, FactVocabulary vocabulary, FigureReader reader) {
    boolean word = tokens.is(i, TokenKind.WORD);
    if (!word || (starts & FactVocabulary.PERIOD) != 0 || PeriodReader.mayBeCode(tokens, i)) {
      PeriodReader.Read period = periods.at(i, end);
      if (period != null) {
        return new PeriodItem(i, period.to(), period.period());
      }
    }
    boolean mayBe = (starts & FactVocabulary.NUMBER) != 0 || reader.mayStart(i, end);
    Figure figure = mayBe ? reader.at(i, end) : null;
    if (figure == null && (starts & FactVocabulary.NUMBER) != 0) {
      figure = counted(i, end, vocabulary);
    }
    return figure == null ? null : new FigureItem(i, figure.to(), figure);
  }

  /// A number in words before what it counts: "eight ships", "twelve modern ships".
  private @Nullable Figure counted(int i, int end, FactVocabulary vocabulary) {
    BigDecimal number = NumberWords.at(tokens, i);
    if (number == null || number.compareTo(BigDecimal.ONE) <= 0) {
      return null;
    }
    for (int j = i + 1; j < end && j <= i + 2 && tokens.is(j, TokenKind.WORD); j++) {
      if (vocabulary.hints().countsGoods(tokens, j)) {
        return new Figure(i, i + 1, Figure.Kind.COUNT, number, number, "count");
      }
    }
    return null;
  }

  private Item mark(int i) {
    if (tokens.isMark(i, ';') || tokens.isMark(i, '|')) {
      return new Break(i, i + 1);
    }
    boolean comma = !tokens.isMark(i, '*') && !tokens.isMark(i, '"') && !tokens.isMark(i, '.');
    return comma ? new Comma(i, i + 1) : new OtherWord(i, i + 1);
  }

  /// "revenue per case" and "a leverage test" are other things than revenue and leverage.
  private boolean isQualified(int to, int end) {
    return to < end && QUALIFIERS.find(tokens, to) != WordTable.ABSENT;
  }

  private static int endOf(@Nullable TextSpan span) {
    return span == null ? 0 : span.end();
  }

  Tokens tokens() {
    return tokens;
  }

  /// The hints at a metric that it holds.
  HintsMet hints() {
    return hints;
  }

  /// Whether the sentence tells what the note's own firm holds or how it rates.
  boolean isDisclosure() {
    return disclosure;
  }

  int size() {
    return items.length;
  }

  Item get(int k) {
    return items[k];
  }

  /// Item `k` and the tokens of the sentence at most `reach` from it.
  Stretch around(int k, int reach) {
    return new Stretch(
        Math.max(items[0].from(), items[k].from() - reach),
        items[k].from(),
        items[k].to(),
        Math.min(items[items.length - 1].to(), items[k].to() + reach));
  }

  /// The cue that item `k` is; null when it is none, or outside the sentence.
  @Nullable Cue cue(int k) {
    return k >= 0 && k < items.length && items[k] instanceof CueItem c ? c.cue() : null;
  }

  /// Whether item `k` is the one token `word`.
  boolean is(int k, String word) {
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
  String head(MetricItem item) {
    return tokens.folded(item.to() - 1);
  }

  /// Whether item `k` starts a line.
  boolean isLineBefore(int k) {
    return k < items.length && tokens.lineBefore(items[k].from());
  }

  /// The figure that item `k` is.
  Figure figure(int k) {
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

  /// A rate of exchange in the currency that a pair is quoted in, where the name beside it is one.
  Figure inQuoteCurrency(int k, Figure figure) {
    int m = last(tokens.start(items[k].to() - 1));
    String code = m < 0 ? null : mentions.get(m).security().ticker();
    if (code == null || code.length() < 3) {
      return figure;
    }
    String quote = code.substring(code.length() - 3);
    return figure.in(Figure.Kind.MONEY, quote);
  }

  /// Whether figure `k` is what one of another currency costs: "7.05 to the dollar".
  boolean isAgainstCurrency(int k) {
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

  /// "2029s".
  private boolean isMaturity(int token) {
    int start = tokens.start(token);
    return tokens.end(token) - start == 5
        && tokens.foldedAt(start) == '2'
        && tokens.foldedAt(start + 1) == '0'
        && tokens.foldedAt(start + 4) == 's';
  }

  /// The last metric that is named; null when none is.
  @Nullable Metric lastMetric() {
    for (int k = items.length - 1; k >= 0; k--) {
      if (items[k] instanceof MetricItem m) {
        return m.metric();
      }
    }
    return null;
  }

  /// Whether item `k` is a central bank's move.
  boolean isRateMove(int k) {
    return k >= 0
        && k < items.length
        && RATE_MOVES.find(tokens, items[k].from()) != WordTable.ABSENT;
  }

  /// Whether item `k` puts a figure into the past: "a year ago", "before".
  boolean isTimeBefore(int k) {
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
  boolean is(int k, Effect effect) {
    return k >= 0 && k < items.length && effect.isAt(tokens, items[k].to() - 1);
  }

  /// Whether item `k` links an amount to what it is taken from.
  boolean isOff(int k) {
    return is(k, "off") || is(k, "from") || is(k, "out");
  }

  /// Whether a rating stands a few words before item `k`: "Buy reiterated, $310".
  boolean isRatedBefore(int k) {
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
  boolean isPerUnit(int k) {
    int token = items[k].to();
    boolean led =
        token + 1 < items[items.length - 1].to()
            && (tokens.is(token, "a") || tokens.is(token, "an") || tokens.is(token, "per"));
    return led && PER_UNITS.find(tokens, token + 1) != WordTable.ABSENT;
  }

  /// What sort of thing the last name is that stands within a few tokens before item `k`, or in it;
  /// null when none does.
  @Nullable AssetType typeNear(int k) {
    int m = last(tokens.start(items[k].to() - 1));
    if (m < 0) {
      return null;
    }
    int between = items[k].from() - tokens.at(mentions.get(m).span().end() - 1);
    return between <= NEAR_NAME ? mentions.get(m).security().assetType() : null;
  }

  /// What sort of thing is named within a few tokens behind item `k`; null when nothing is.
  @Nullable AssetType typeAfter(int k) {
    return typeBehind(k, NEAR_NAME);
  }

  /// The same directly behind it.
  @Nullable AssetType typeRightAfter(int k) {
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
  boolean isNameBefore(int k) {
    int from = items[k].from();
    int m = from == items[0].from() ? -1 : last(tokens.start(from - 1));
    return m >= 0 && mentions.get(m).span().end() == tokens.end(from - 1);
  }

  /// Whether a word with a capital stands before item `k` in its clause.
  boolean hasCapitalBefore(int k) {
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
  boolean isProduced(int k) {
    return isNear(k, PRODUCING);
  }

  /// Whether the words before item `k` speak of shipping something.
  boolean isShipped(int k) {
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
  String label(Item item) {
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

  /// Who a fact is about whose metric ends before token `to`: the last fitting name before that, or
  /// else null.
  @Nullable String entity(Metric metric, int to) {
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
  @Nullable Mention pricedBefore(int at) {
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
