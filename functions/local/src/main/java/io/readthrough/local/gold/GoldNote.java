package io.readthrough.local.gold;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TickerSentiment.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A note and what a reader says it says. The README of the gold set defines every field.
///
/// @param slug the name of its two files, without their ends
public record GoldNote(String slug, String text, Annotation annotation) {
  private static final String TEXT_END = ".txt";
  private static final String ANNOTATION_END = ".json";

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(Annotation.class);

  /// Whether a folder holds notes itself; if not, folders in it may.
  static boolean isFolderOfNotes(Path folder) throws IOException {
    return !slugs(folder).isEmpty();
  }

  /// The notes of a folder by their names.
  ///
  /// @throws MalformedGoldException when an annotation is not complete, or does not fit its text
  public static List<GoldNote> readAll(Path folder) throws IOException, MalformedGoldException {
    List<GoldNote> notes = new ArrayList<>();
    for (String slug : slugs(folder)) {
      notes.add(read(folder, slug));
    }
    return notes;
  }

  private static List<String> slugs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(TEXT_END))
          .map(name -> name.substring(0, name.length() - TEXT_END.length()))
          .sorted()
          .toList();
    }
  }

  private static GoldNote read(Path folder, String slug)
      throws IOException, MalformedGoldException {
    String text = Files.readString(folder.resolve(slug + TEXT_END));
    Path file = folder.resolve(slug + ANNOTATION_END);
    if (!Files.exists(file)) {
      throw new MalformedGoldException(file, "the note has no annotation; write one", null);
    }
    GoldNote note;
    try {
      note = new GoldNote(slug, text, READER.readValue(Files.readString(file)));
    } catch (JsonProcessingException e) {
      throw new MalformedGoldException(file, e.getOriginalMessage(), e);
    }
    List<String> faults = note.faults();
    if (!faults.isEmpty()) {
      throw new MalformedGoldException(file, String.join("; ", faults), null);
    }
    return note;
  }

  /// What does not fit the text, in words.
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Annotation all = annotation;
    Stream.of(
            all.groups.stream().map(Group::quote),
            all.facts.stream().map(Figure::quote),
            all.claims.stream()
                .flatMap(claim -> Stream.of(claim.quote, claim.condition, claim.falsifier)))
        .flatMap(quotes -> quotes)
        .forEach(
            quote -> {
              if (quote != null && count(quote) != 1) {
                faults.add("'" + quote + "' stands " + count(quote) + " times in the text");
              }
            });
    Stream.of(
            all.securities.stream().map(Security::name),
            all.facts.stream().flatMap(fact -> Stream.of(fact.period, fact.subject)),
            all.claims.stream().flatMap(claim -> claim.targets.stream()).map(Target::name))
        .flatMap(names -> names)
        .forEach(
            name -> {
              if (name != null && count(name) == 0) {
                faults.add("'" + name + "' does not stand in the text");
              }
            });
    return faults;
  }

  private int count(String quote) {
    int count = 0;
    for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      count++;
    }
    return count;
  }

  /// What a note says. Every field must be there; those that may be null say so.
  public record Annotation(
      @JsonProperty(required = true) String published,
      @JsonProperty(required = true) List<Security> securities,
      @JsonProperty(required = true) List<Group> groups,
      @JsonProperty(required = true) List<Figure> facts,
      @JsonProperty(required = true) List<Statement> claims,
      @JsonProperty(required = true) Claim.Target.Direction overall) {
    public Annotation {
      securities = List.copyOf(securities);
      groups = List.copyOf(groups);
      facts = List.copyOf(facts);
      claims = List.copyOf(claims);
      try {
        LocalDate.parse(published);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "published '" + published + "' is no date: write it as 2026-01-31", e);
      }
    }
  }

  /// How much a note is about a name.
  public enum Relevance {
    HIGH,
    MEDIUM,
    LOW
  }

  /// A name.
  ///
  /// @param also other tickers that are as right as `ticker`
  public record Security(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) @Nullable String ticker,
      @JsonProperty(required = true) Role role,
      @JsonProperty(required = true) Claim.Target.Direction polarity,
      @JsonProperty(required = true) Relevance relevance,
      @Nullable List<String> also) {}

  /// A group.
  public record Group(
      @JsonProperty(required = true) String quote,
      @JsonProperty(required = true) Claim.Target.Direction polarity) {}

  /// A fact: a value, or a range from `low` to `high`, or a change alone.
  public record Figure(
      @JsonProperty(required = true) String quote,
      @JsonProperty(required = true) String metric,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      @JsonProperty(required = true) @Nullable String unit,
      @JsonProperty(required = true) @Nullable String period,
      @JsonProperty(required = true) Fact.Kind kind,
      @JsonProperty(required = true) @Nullable Change change,
      @JsonProperty(required = true) @Nullable String subject) {
    public Figure {
      boolean range = low != null && high != null;
      if (range == (value != null) && (range || change == null)) {
        throw new IllegalArgumentException(
            "'" + quote + "' needs either a value, or low and high, or a change alone");
      }
    }
  }

  /// A change.
  public record Change(
      @JsonProperty(required = true) @Nullable Double value,
      @JsonProperty(required = true) String unit,
      @JsonProperty(required = true) Fact.Change.Direction direction,
      @JsonProperty(required = true) String basis) {
    public Change {
      unit(unit);
      basis(basis);
    }

    /// As the program has it.
    Fact.Change asFact() {
      return new Fact.Change(value, unit(unit), direction, basis(basis));
    }

    private static Fact.Change.Unit unit(String spelled) {
      return switch (spelled) {
        case "%" -> Fact.Change.Unit.PERCENT;
        case "bps" -> Fact.Change.Unit.BASIS_POINTS;
        case "abs" -> Fact.Change.Unit.ABSOLUTE;
        default ->
            throw new IllegalArgumentException(
                "unit '" + spelled + "' of a change is none of %, bps, abs");
      };
    }

    private static Fact.Change.Basis basis(String spelled) {
      return switch (spelled) {
        case "QoQ" -> Fact.Change.Basis.QUARTER_ON_QUARTER;
        case "YoY" -> Fact.Change.Basis.YEAR_ON_YEAR;
        case "MoM" -> Fact.Change.Basis.MONTH_ON_MONTH;
        case "vs_guidance" -> Fact.Change.Basis.AGAINST_GUIDANCE;
        case "vs_consensus" -> Fact.Change.Basis.AGAINST_CONSENSUS;
        case "unspecified" -> Fact.Change.Basis.UNSPECIFIED;
        default ->
            throw new IllegalArgumentException(
                "basis '"
                    + spelled
                    + "' is none of QoQ, YoY, MoM, vs_guidance, vs_consensus, unspecified");
      };
    }
  }

  /// A claim.
  public record Statement(
      @JsonProperty(required = true) Claim.Type type,
      @JsonProperty(required = true) String quote,
      @JsonProperty(required = true) Claim.Target.Direction polarity,
      @JsonProperty(required = true) Claim.Modality modality,
      @JsonProperty(required = true) @Nullable String condition,
      @JsonProperty(required = true) @Nullable Horizon horizon,
      @JsonProperty(required = true) @Nullable String falsifier,
      @JsonProperty(required = true) List<Target> targets) {}

  /// When a claim should show.
  public record Horizon(
      @JsonProperty(value = "min_months", required = true) double minMonths,
      @JsonProperty(value = "max_months", required = true) double maxMonths,
      @JsonProperty(required = true) String bucket,
      @JsonProperty(required = true) boolean stated) {}

  /// Whom a claim is about.
  public record Target(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Relation relation,
      @JsonProperty(required = true) Claim.Target.Direction direction) {}

  /// What a target is to the note's subject.
  public enum Relation {
    SELF,
    SUPPLIER,
    CUSTOMER,
    COMPETITOR,
    PEER,
    SUBSTITUTE,
    COMPLEMENT,
    SECTOR
  }
}
