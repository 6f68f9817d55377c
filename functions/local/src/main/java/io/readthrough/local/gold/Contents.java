package io.readthrough.local.gold;

import io.readthrough.core.evaluation.NoteContent;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TickerSentiment.AssetType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts annotations and scored notes into the terms that they are compared in.
final class Contents {
  private static final Pattern SUFFIX = Pattern.compile("\\.[A-Z]+$");
  private static final Pattern SHARE_CLASS = Pattern.compile("[ .]([A-D])(?=$|\\.)");

  private Contents() {}

  /// What the reader says. A quote that the parser did not keep has no span, and nothing predicted
  /// can match it.
  ///
  /// @param text the note's text as the parser made it
  /// @param lost is told of each such quote
  static NoteContent of(GoldNote note, String text, Consumer<String> lost) {
    GoldNote.Annotation all = note.annotation();
    QuoteFinder finder = new QuoteFinder(text);
    List<NoteContent.Statement> statements = new ArrayList<>();
    for (GoldNote.Statement claim : all.claims()) {
      List<TextSpan> spans = find(claim.quote(), finder, lost);
      statements.add(
          new NoteContent.Statement(
              spans.isEmpty() ? new TextSpan(0, 0) : spans.getFirst(),
              claim.type(),
              polarity(claim.polarity()),
              claim.modality()));
    }
    return new NoteContent(
        all.securities().stream()
            .map(
                each ->
                    new NoteContent.Security(
                        each.name(),
                        codes(each),
                        each.ticker() != null,
                        find(each.name(), finder, lost),
                        each.role(),
                        polarity(each.polarity())))
            .toList(),
        all.groups().stream()
            .map(
                each ->
                    new NoteContent.Group(
                        each.quote(), find(each.quote(), finder, lost), polarity(each.polarity())))
            .toList(),
        all.facts().stream().map(each -> figure(each, find(each.quote(), finder, lost))).toList(),
        statements,
        polarity(all.overall()));
  }

  private static List<TextSpan> find(String quote, QuoteFinder finder, Consumer<String> lost) {
    List<TextSpan> spans = finder.find(quote);
    if (spans.isEmpty()) {
      lost.accept(quote);
    }
    return spans;
  }

  private static Set<String> codes(GoldNote.Security security) {
    return Stream.concat(
            Stream.ofNullable(security.ticker()),
            security.also() == null ? Stream.of() : security.also().stream())
        .map(Contents::code)
        .collect(Collectors.toSet());
  }

  private static String code(String ticker) {
    // "NOVO B" and "NOVO.B" are "NOVO-B".
    return SHARE_CLASS.matcher(ticker.toUpperCase(Locale.ROOT)).replaceFirst("-$1");
  }

  private static NoteContent.Figure figure(GoldNote.Figure fact, List<TextSpan> spans) {
    return new NoteContent.Figure(
        spans,
        fact.metric(),
        fact.kind(),
        fact.value() == null ? fact.low() : fact.value(),
        fact.value() == null ? fact.high() : fact.value(),
        fact.unit(),
        fact.change() == null ? null : fact.change().asFact(),
        fact.period());
  }

  /// Mixed is neutral: the five labels of a score have no mixed.
  private static Polarity polarity(Claim.Target.Direction direction) {
    return switch (direction) {
      case POSITIVE -> Polarity.POSITIVE;
      case NEGATIVE -> Polarity.NEGATIVE;
      case MIXED, NEUTRAL -> Polarity.NEUTRAL;
    };
  }

  /// What the program says. Derived facts are left out: the program worked them out, and the gold
  /// set has figures that are printed.
  static NoteContent of(ScoredNote note) {
    Map<String, TextSpan> spans = new HashMap<>();
    for (Evidence each : note.evidence()) {
      spans.put(each.id(), each.span());
    }
    return new NoteContent(
        note.tickers().stream()
            .filter(each -> each.assetType() != AssetType.GROUP)
            .map(
                each ->
                    new NoteContent.Security(
                        each.name(),
                        codes(each),
                        isListed(each.assetType()) && each.ticker() != null,
                        List.of(firstMention(each)),
                        each.role(),
                        polarity(each.sentiment())))
            .toList(),
        note.tickers().stream()
            .filter(each -> each.assetType() == AssetType.GROUP)
            .map(
                each ->
                    new NoteContent.Group(
                        each.name(), List.of(firstMention(each)), polarity(each.sentiment())))
            .toList(),
        note.facts().stream()
            .filter(each -> each.kind() != Fact.Kind.DERIVED)
            .map(each -> figure(each, spans(each.evidenceIds(), spans)))
            .toList(),
        note.claims().stream()
            .map(each -> statement(each, note.parsed().text(), spans(each.evidenceIds(), spans)))
            .toList(),
        polarity(note.overall()));
  }

  /// The ticker of what has one, with the suffix that tells the exchange ("BNP.PA") and without. An
  /// index has one too ("SPX"), though the gold set may leave it out. Of currencies, commodities
  /// and rates the codes are the program's own.
  private static Set<String> codes(TickerSentiment ticker) {
    return switch (ticker.assetType()) {
      case EQUITY, ETF, CRYPTO, INDEX -> codes(ticker.ticker());
      case FX, COMMODITY, RATE, PRIVATE, GROUP -> Set.of();
    };
  }

  private static boolean isListed(AssetType type) {
    return switch (type) {
      case EQUITY, ETF, CRYPTO -> true;
      case INDEX, FX, COMMODITY, RATE, PRIVATE, GROUP -> false;
    };
  }

  /// A ticker with the suffix that tells the exchange and without.
  static Set<String> codes(@Nullable String ticker) {
    if (ticker == null) {
      return Set.of();
    }
    String code = code(ticker);
    return Set.copyOf(List.of(code, SUFFIX.matcher(code).replaceFirst("")));
  }

  private static TextSpan firstMention(TickerSentiment ticker) {
    int start = ticker.resolution().firstMention();
    return new TextSpan(start, start + 1);
  }

  /// A fact that was found where `spans` are.
  static NoteContent.Figure figure(Fact fact, List<TextSpan> spans) {
    return new NoteContent.Figure(
        spans,
        fact.metric(),
        fact.kind(),
        fact.value() == null ? fact.valueLow() : fact.value(),
        fact.value() == null ? fact.valueHigh() : fact.value(),
        fact.unit(),
        fact.change(),
        fact.period() == null ? null : fact.period().label());
  }

  private static NoteContent.Statement statement(Claim claim, String text, List<TextSpan> spans) {
    return new NoteContent.Statement(
        span(claim.statement(), text, spans), claim.type(), polarity(claim), claim.modality());
  }

  /// Which way a claim points.
  static Polarity polarity(Claim claim) {
    return claim.polarity() >= SentimentLabel.MILD
        ? Polarity.POSITIVE
        : claim.polarity() <= -SentimentLabel.MILD ? Polarity.NEGATIVE : Polarity.NEUTRAL;
  }

  /// Where a statement stands: of the places with its words the one that holds its evidence, or
  /// else the stretch from its first evidence to its last.
  private static TextSpan span(String statement, String text, List<TextSpan> evidence) {
    for (int at = text.indexOf(statement); at >= 0; at = text.indexOf(statement, at + 1)) {
      TextSpan span = new TextSpan(at, at + statement.length());
      if (evidence.isEmpty() || evidence.stream().anyMatch(span::overlaps)) {
        return span;
      }
    }
    return new TextSpan(
        evidence.stream().mapToInt(TextSpan::start).min().orElse(0),
        evidence.stream().mapToInt(TextSpan::end).max().orElse(0));
  }

  private static List<TextSpan> spans(List<String> ids, Map<String, TextSpan> spans) {
    return ids.stream()
        .map(id -> (@Nullable TextSpan) spans.get(id))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Polarity polarity(Sentiment sentiment) {
    return switch (sentiment.label()) {
      case BULLISH, SOMEWHAT_BULLISH -> Polarity.POSITIVE;
      case NEUTRAL -> Polarity.NEUTRAL;
      case BEARISH, SOMEWHAT_BEARISH -> Polarity.NEGATIVE;
    };
  }
}
