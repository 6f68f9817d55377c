package io.readthrough.store;

import io.readthrough.core.note.Check;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Event;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.Horizon;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.SentimentPart;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TopicRelevance;
import io.readthrough.core.note.VendorScore;
import io.readthrough.core.note.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Generated notes of every shape, from a seed that is printed and that `-Dseed=` replays.
public final class Generated {
  private static final String[] PIECES = {
    "Revenue",
    " fell ",
    "25%",
    " to $136 million",
    ".",
    "\n",
    " ",
    "“margin”",
    "é",
    "日本",
    "😀",
    "\u0000",
    "\"",
    "\\",
    "\t",
    "\u2028",
    "a",
    "CLSK"
  };

  private final RandomGenerator random;

  private Generated(RandomGenerator random) {
    this.random = random;
  }

  /// A generator for one test, by a new seed or by the one that the property `seed` gives.
  public static Generated withPrintedSeed(String test) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(test + ": replay with -Dseed=" + seed);
    return new Generated(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  /// Where the choices come from.
  public RandomGenerator random() {
    return random;
  }

  /// Any outcome.
  public ParseOutcome outcome() {
    NoteSource source = source(key(), sequencer());
    return switch (random.nextInt(5)) {
      case 0 -> new ParseOutcome.Removed(source);
      case 2 ->
          new ParseOutcome.Unpacked(
              withPart(source), list(3, () -> NoteId.of(source.firm(), text(1, 5))), List.of());
      case 1 -> new ParseOutcome.Rejected(source, any(ParseOutcome.Reason.values()), text(0, 20));
      default -> new ParseOutcome.Parsed(note(source));
    };
  }

  /// The same source as a part of another note.
  private NoteSource withPart(NoteSource source) {
    return new NoteSource(
        source.firm(),
        source.noteId(),
        source.object(),
        source.filename(),
        source.sha256(),
        source.mediaType(),
        source.bytes(),
        new NoteSource.Part(NoteId.of(source.firm(), "parent"), "a.zip!/" + text(1, 5)));
  }

  /// A parsed note from any object.
  public ParsedNote note() {
    return note(source(key(), sequencer()));
  }

  /// A parsed note from `source`.
  public ParsedNote note(NoteSource source) {
    String text = text(0, 200);
    return new ParsedNote(
        source,
        text,
        any("en", "de", "und"),
        maybe(() -> text(1, 8)),
        maybe(() -> text(1, 3)),
        maybe(() -> text(1, 3)),
        maybe(() -> "https://example.com/" + random.nextInt(100)),
        random.nextBoolean()
            ? Publication.UNKNOWN
            : new Publication(
                time(), Publication.Basis.DOCUMENT, maybe(() -> any("+01:00", "Europe/London"))),
        regions(text.length()),
        list(
            3,
            () ->
                new VendorScore(
                    text(1, 3),
                    text(1, 2),
                    maybe(random::nextGaussian),
                    maybe(() -> "-1 to 1"),
                    span(text))),
        maybe(() -> ratingBox(text)),
        "text/1",
        random.nextDouble(),
        list(3, () -> text(1, 5)),
        List.of(),
        List.of());
  }

  private RatingBox ratingBox(String text) {
    return new RatingBox(
        maybe(() -> any("Buy", "Market Perform")),
        maybe(() -> "Hold"),
        maybe(() -> BigDecimal.valueOf(random.nextInt(1_000_000), 2)),
        maybe(() -> BigDecimal.valueOf(random.nextInt(1_000))),
        maybe(() -> any("USD", "GBX")),
        span(text));
  }

  /// The source of a note of any firm.
  public NoteSource source(String key, Sequencer sequencer) {
    FirmId firm = new FirmId(any("acme", "globex", "unassigned"));
    return new NoteSource(
        firm,
        NoteId.of(firm, key),
        new SourceObject(
            "notes",
            key,
            maybe(() -> "v" + random.nextInt()),
            maybe(() -> Long.toHexString(random.nextLong())),
            sequencer,
            time()),
        key.substring(key.lastIndexOf('/') + 1),
        random.nextBoolean() ? "" : "0".repeat(64),
        any("text/plain", "text/html", "application/octet-stream"),
        random.nextLong(10_000_000));
  }

  /// A key as firms name their files.
  public String key() {
    return "firms/acme/inbox/" + text(1, 4) + ".txt";
  }

  /// A sequencer of any length.
  public Sequencer sequencer() {
    return new Sequencer(Long.toHexString(random.nextLong()));
  }

  /// A time of this century, to the millisecond as S3 gives it.
  public Instant time() {
    return Instant.ofEpochMilli(946_684_800_000L + random.nextLong(2_000_000_000_000L));
  }

  /// Text of some pieces: words, figures, quotes, control characters, characters beyond 16 bits.
  public String text(int minPieces, int maxPieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(minPieces, maxPieces + 1); i > 0; i--) {
      text.append(any(PIECES));
    }
    return text.toString();
  }

  /// One of some values.
  @SafeVarargs
  public final <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }

  /// A value, or null.
  public <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  /// Up to `most` values.
  public <T> List<T> list(int most, Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(value.get());
    }
    return list;
  }

  /// A span of a text, which splits no character of two units.
  public TextSpan span(String text) {
    int start = boundary(text, random.nextInt(text.length() + 1));
    return new TextSpan(start, boundary(text, random.nextInt(start, text.length() + 1)));
  }

  private static int boundary(String text, int offset) {
    return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
        ? offset - 1
        : offset;
  }

  private List<Region> regions(int length) {
    List<Region> regions = new ArrayList<>();
    int start = 0;
    while (start < length && regions.size() < 9) {
      int end = random.nextInt(start, length + 1);
      regions.add(
          new Region(
              any(RegionKind.values()),
              new TextSpan(start, end),
              maybe(() -> 1 + random.nextInt(9))));
      start = end + random.nextInt(3);
    }
    return regions;
  }

  /// A scored note of the text that `parsed` has, which keeps all invariants: scores are sums of
  /// contributions, evidence quotes the text, spans of trailers weigh nothing.
  ///
  /// @param most of each list
  public ScoredNote scored(ParsedNote parsed, int most) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      evidence.add(evidence("e" + evidence.size(), parsed));
    }
    List<String> ids = evidence.stream().map(Evidence::id).toList();
    Explanation overall = explanation(evidence);
    List<Fact> facts = ids.isEmpty() ? List.of() : list(most, () -> fact(ids));
    return new ScoredNote(
        parsed,
        maybe(() -> text(1, 20)),
        sentiment(overall),
        overall,
        list(most, () -> ticker(evidence)),
        list(most, () -> new TopicRelevance(any("earnings", "credit"), 1 - random.nextDouble())),
        ids.isEmpty() ? List.of() : list(most, () -> event(ids)),
        facts,
        list(most, () -> check(facts)),
        ids.isEmpty() ? List.of() : list(most, () -> claim(ids, parsed.text())),
        ids.isEmpty() ? List.of() : list(most, () -> view(ids)),
        evidence,
        new ScorerModel("readthrough", "1", "0".repeat(64)),
        parsed.warnings());
  }

  private Evidence evidence(String id, ParsedNote parsed) {
    TextSpan span = span(parsed.text());
    boolean scored =
        parsed.regions().stream()
            .noneMatch(region -> !region.kind().isScored() && region.span().overlaps(span));
    return new Evidence(
        id,
        span,
        span.of(parsed.text()),
        random.nextInt(9),
        scored ? random.nextDouble(-1, 1) : 0,
        scored ? random.nextDouble() : 0,
        "metric:revenue x direction:fall");
  }

  private Explanation explanation(List<Evidence> evidence) {
    double share = 0.9 / Math.max(1, evidence.size());
    return new Explanation(
        "sum of contributions",
        random.nextDouble(-0.1, 0.1),
        evidence.stream()
            .map(each -> new Contribution(each.id(), share * each.polarity()))
            .toList());
  }

  private Sentiment sentiment(Explanation explanation) {
    double positive = random.nextDouble();
    double negative = random.nextDouble(1 - positive);
    double score = explanation.sum();
    return new Sentiment(
        score,
        positive,
        1 - positive - negative,
        negative,
        random.nextDouble(),
        random.nextDouble(),
        score,
        score);
  }

  private TickerSentiment ticker(List<Evidence> evidence) {
    Explanation explanation = explanation(evidence);
    String ticker = maybe(() -> any("CLSK", "MARA", "RIOT", "BTC", "NVDA", "BRK.B"));
    return new TickerSentiment(
        ticker,
        "equity:" + (ticker == null ? "private-name" : ticker),
        text(1, 3),
        maybe(() -> "XNAS"),
        any(TickerSentiment.AssetType.values()),
        any(TickerSentiment.Role.values()),
        new TickerSentiment.Resolution(
            any(TickerSentiment.Resolution.Method.values()),
            random.nextDouble(),
            random.nextInt(9),
            random.nextInt(1, 9)),
        1 - random.nextDouble(),
        sentiment(explanation),
        explanation,
        parts(explanation, "0-3m"),
        parts(explanation, "valuation"),
        text(1, 6));
  }

  private Fact fact(List<String> ids) {
    return new Fact(
        "f" + random.nextInt(100),
        any(Fact.Kind.ACTUAL, Fact.Kind.GUIDANCE, Fact.Kind.ESTIMATE, Fact.Kind.CONSENSUS),
        "revenue",
        maybe(() -> "us-gaap:Revenues"),
        text(1, 2),
        maybe(() -> "equity:CLSK"),
        maybe(() -> random.nextDouble(-1e12, 1e12)),
        maybe(() -> random.nextDouble()),
        maybe(() -> random.nextDouble()),
        random.nextBoolean(),
        maybe(() -> any("USD", "%", "MW")),
        maybe(this::period),
        maybe(
            () ->
                new Fact.Change(
                    maybe(() -> random.nextDouble(100)),
                    any(Fact.Change.Unit.values()),
                    any(Fact.Change.Direction.values()),
                    any(Fact.Change.Basis.values()))),
        any(Fact.GoodWhen.values()),
        null,
        List.of(any(ids.toArray(String[]::new))));
  }

  private Fact.Period period() {
    Fact.Period.Length length = any(Fact.Period.Length.values());
    return random.nextBoolean()
        ? new Fact.Period(length, "Q2", null, null, "no year is printed")
        : new Fact.Period(length, "Q2", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), null);
  }

  private Check check(List<Fact> facts) {
    return new Check(
        "figures_agree",
        any(Check.Result.values()),
        text(1, 9),
        facts.isEmpty() ? List.of() : List.of(facts.getFirst().id()));
  }

  /// All evidence in one part, the baseline in the other.
  private static List<SentimentPart> parts(Explanation explanation, String key) {
    double evident = explanation.sum() - explanation.baseline();
    return List.of(
        new SentimentPart(
            key,
            evident,
            explanation.contributions().stream().map(Contribution::evidenceId).toList()),
        new SentimentPart(SentimentPart.UNSPECIFIED, explanation.baseline(), List.of()));
  }

  private Event event(List<String> ids) {
    return new Event(
        any("earnings.reported", "guidance.raised"),
        any(Event.FactLevel.values()),
        list(2, () -> "equity:CLSK"),
        random.nextDouble(-1, 1),
        "earnings.reported|equity:CLSK|q2",
        List.of(any(ids.toArray(String[]::new))));
  }

  private View view(List<String> ids) {
    return new View(
        any(View.Kind.values()),
        "equity:CLSK",
        maybe(() -> "eps fy26"),
        text(1, 2),
        maybe(() -> random.nextDouble(100)),
        maybe(() -> text(1, 2)),
        any(View.Change.values()),
        maybe(() -> "n_" + "a".repeat(26)),
        List.of(any(ids.toArray(String[]::new))));
  }

  private Claim claim(List<String> ids, String text) {
    TextSpan span = span(text);
    return new Claim(
        "c" + random.nextInt(100),
        any(Claim.Type.values()),
        span,
        span.of(text),
        random.nextDouble(-1, 1),
        any(Claim.Modality.values()),
        maybe(() -> text(1, 3)),
        any(Horizon.UNSPECIFIED, Horizon.months(0, 6), Horizon.months(6, 18)),
        list(
            3,
            () ->
                new Claim.Target(
                    "equity:CLSK",
                    maybe(() -> any(Claim.Target.Relation.values())),
                    any(Claim.Target.Direction.values()),
                    maybe(() -> text(1, 4)))),
        maybe(() -> text(1, 5)),
        any(Claim.Lifecycle.values()),
        List.of(any(ids.toArray(String[]::new))));
  }
}
