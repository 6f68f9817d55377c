package io.readthrough.core.evaluation;

import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a note says, in the terms that a reader's annotation and the program's reading share. All
/// spans are offsets into the same text.
public record NoteContent(
    List<Security> securities,
    List<Group> groups,
    List<Figure> figures,
    List<Statement> statements,
    Polarity overall) {
  public NoteContent {
    securities = List.copyOf(securities);
    groups = List.copyOf(groups);
    figures = List.copyOf(figures);
    statements = List.copyOf(statements);
  }

  /// Who a note says something of.
  public sealed interface Target {
    /// The name, as the text or the list of securities has it.
    String name();

    /// Where the name stands, as far as it is told.
    List<TextSpan> mentions();

    /// What the note says for it.
    Polarity polarity();

    /// Whether a mention of the one lies in one of the other, or all words of the one's name are
    /// words of the other's.
    default boolean isNamedLike(Target other) {
      return overlap(mentions(), other.mentions()) || haveSameWords(name(), other.name());
    }
  }

  /// A single name: a company, a fund, a coin, a commodity.
  ///
  /// @param codes tickers that are right for it, in upper case; of a prediction the one it gives
  /// @param listed whether it is known by its code; what has none, or only codes of others' making
  ///   like an index, is known by its name too
  public record Security(
      String name,
      Set<String> codes,
      boolean listed,
      List<TextSpan> mentions,
      Role role,
      Polarity polarity)
      implements Target {
    public Security {
      codes = Set.copyOf(codes);
      mentions = List.copyOf(mentions);
    }

    /// Whether both are the same security: one code is both's, or neither is listed and they are
    /// named alike.
    boolean isSame(Security other) {
      return shareACode(other) || (!listed && !other.listed && isNamedLike(other));
    }

    /// Whether both are the same name, with whichever code.
    boolean isSameName(Security other) {
      return shareACode(other) || isNamedLike(other);
    }

    private boolean shareACode(Security other) {
      return codes.stream().anyMatch(other.codes::contains);
    }
  }

  /// Companies that the note speaks of without a list.
  public record Group(String name, List<TextSpan> mentions, Polarity polarity) implements Target {
    public Group {
      mentions = List.copyOf(mentions);
    }
  }

  /// A figure: a level, one value or a range, and its change; one of them may be missing.
  ///
  /// @param spans where it stands
  /// @param low the level, or the lower end of its range
  /// @param high the level, or the upper end of its range
  /// @param unit of the level; null when it has none
  /// @param period as printed, when it is told
  public record Figure(
      List<TextSpan> spans,
      String metric,
      Fact.Kind kind,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String unit,
      @Nullable Change change,
      @Nullable String period) {
    /// Gigawatts are written as megawatts.
    private static final double MEGAWATTS_PER_GIGAWATT = 1000;

    /// A count, a mass, a volume or the like: the gold set writes all of them as a count.
    private static final Pattern PHYSICAL =
        Pattern.compile(
            "count|points|oz|t|lb|kg|gal|J/TH|[EP]H/s|[kMGT]?Wh|(bbl|boe|bcf|mcf)(/d)?");

    /// Values that differ by less than this share are the same.
    private static final double TOLERANCE = 1e-6;

    public Figure {
      spans = List.copyOf(spans);
      if ((low == null) != (high == null)) {
        throw new IllegalArgumentException("a range has two ends: " + low + ", " + high);
      }
      if ("GW".equals(unit) && low != null && high != null) {
        low *= MEGAWATTS_PER_GIGAWATT;
        high *= MEGAWATTS_PER_GIGAWATT;
        unit = "MW";
      } else if (unit != null && PHYSICAL.matcher(unit).matches()) {
        unit = null;
      }
    }

    /// Whether both stand in the same place with the same value.
    public boolean isSame(Figure other) {
      return overlap(spans, other.spans) && hasSameValue(other);
    }

    /// Whether both have the same level with the same unit; of figures without a level, the same
    /// size, unit and direction of the change.
    boolean hasSameValue(Figure other) {
      if (low != null && high != null) {
        return hasLevel(other, low, high);
      }
      return other.low == null && hasSameChange(other);
    }

    /// Whether a number of the one, with its unit, is a number of the other, be it a level or the
    /// size of a change.
    boolean sharesANumber(Figure other) {
      return hasSameValue(other)
          || hasSameChangeSize(other)
          || changeIsLevelOf(other)
          || other.changeIsLevelOf(this);
    }

    /// Whether both have no change, or one of the same size, unit and direction.
    boolean hasSameChange(Figure other) {
      if (change == null || other.change == null) {
        return change == null && other.change == null;
      }
      return change.direction() == other.change.direction()
          && change.unit() == other.change.unit()
          && (change.value() == null
              ? other.change.value() == null
              : other.change.value() != null && same(change.value(), other.change.value()));
    }

    private boolean hasLevel(Figure other, double low, double high) {
      return other.low != null
          && other.high != null
          && same(low, other.low)
          && same(high, other.high)
          && Objects.equals(unit, other.unit);
    }

    private boolean hasSameChangeSize(Figure other) {
      return change != null
          && other.change != null
          && change.value() != null
          && other.change.value() != null
          && change.unit() == other.change.unit()
          && same(change.value(), other.change.value());
    }

    private boolean changeIsLevelOf(Figure other) {
      return change != null
          && change.value() != null
          && other.low != null
          && other.high != null
          && same(other.low, other.high)
          && same(change.value(), Math.abs(other.low))
          && switch (change.unit()) {
            case PERCENT -> "%".equals(other.unit);
            case BASIS_POINTS -> "bps".equals(other.unit);
            case ABSOLUTE -> Objects.equals(unit, other.unit);
          };
    }

    private static boolean same(double a, double b) {
      return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
  }

  /// A claim: something the author holds to be so, or to come.
  public record Statement(
      TextSpan span, Claim.Type type, Polarity polarity, Claim.Modality modality) {
    /// Whether at least half of the shorter one's text is text of the other.
    public boolean standsWith(Statement other) {
      int shared =
          Math.min(span.end(), other.span.end()) - Math.max(span.start(), other.span.start());
      return shared > 0 && 2 * shared >= Math.min(span.length(), other.span.length());
    }
  }

  private static boolean overlap(List<TextSpan> some, List<TextSpan> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::overlaps));
  }

  private static boolean haveSameWords(String one, String other) {
    Set<String> words = words(one);
    Set<String> others = words(other);
    return !words.isEmpty()
        && !others.isEmpty()
        && (words.containsAll(others) || others.containsAll(words));
  }

  /// The words of a name, without articles.
  private static Set<String> words(String name) {
    Set<String> words =
        new HashSet<>(List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    words.removeAll(Set.of("", "the", "a", "an"));
    return words;
  }
}
