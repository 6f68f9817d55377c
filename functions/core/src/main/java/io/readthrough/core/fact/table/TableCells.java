package io.readthrough.core.fact.table;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceReader;
import io.readthrough.core.fact.sentence.FactWeights;
import io.readthrough.core.fact.sentence.SentenceDrafts;
import io.readthrough.core.fact.table.TableRows.Cell;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What single cells of a table hold.
public final class TableCells {
  /// How many tokens tell behind a change what it is against: "w/w".
  private static final int LONGEST_BASIS = 3;

  final Tokens tokens;
  final FactVocabulary vocabulary;
  final FactWeights weights;
  final FigureReader figures;
  private final SentenceReader sentences;
  private final List<Mention> mentions;

  /// Reads the cells of a text whose names are `mentions`; the readers read the same text.
  public TableCells(
      Tokens tokens,
      List<Mention> mentions,
      FactVocabulary vocabulary,
      FactWeights weights,
      FigureReader figures,
      SentenceReader sentences) {
    this.tokens = tokens;
    this.sentences = sentences;
    this.mentions = mentions;
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.figures = figures;
  }

  /// The words of a cell as a sentence has them.
  SentenceItems items(Cell cell) {
    return sentences.read(cell.from(), cell.to(), List.of());
  }

  /// A cell as printed.
  String text(Cell cell) {
    return cell.isEmpty() ? "" : tokens.span(cell.from(), cell.to()).of(tokens.text());
  }

  /// A cell in lower case.
  String words(Cell cell) {
    return text(cell).toLowerCase(Locale.ROOT);
  }

  /// Whether a cell has more than the dashes of a ruled line.
  boolean hasWords(Cell cell) {
    for (int i = cell.from(); i < cell.to(); i++) {
      if (!tokens.is(i, TokenKind.PUNCTUATION)) {
        return true;
      }
    }
    return false;
  }

  /// The one figure that fills a cell; null when it has none or more than that.
  @Nullable Figure figure(Cell cell) {
    Figure figure = figures.inBrackets(cell.from(), cell.to());
    for (int at = cell.from(); at < cell.to() && figure == null && at - cell.from() < 2; at++) {
      figure = figures.at(at, cell.to());
    }
    if (figure == null) {
      return null;
    }
    int to = figure.to();
    boolean followed = to < cell.to() && (tokens.isMark(to, '(') || tokens.isMark(to, '/'));
    boolean fills = followed || cell.to() - to <= (isSigned(figure) ? LONGEST_BASIS : 1);
    return fills ? figure : null;
  }

  /// Whether a figure is printed with a sign.
  boolean isSigned(Figure figure) {
    char c = tokens.foldedAt(tokens.start(figure.from()));
    return c == '+' || c == '-' || c == '\u2212' || c == '\u2013';
  }

  /// What a cell says that a change is against.
  Change.Basis basis(Cell cell) {
    SentenceItems items = items(cell);
    for (int k = 0; k < items.size(); k++) {
      Change.Basis basis = basis(items.cue(k));
      if (basis != Change.Basis.UNSPECIFIED) {
        return basis;
      }
    }
    return Change.Basis.UNSPECIFIED;
  }

  private static Change.Basis basis(@Nullable Cue cue) {
    return cue == Cue.YEAR_ON_YEAR
        ? Change.Basis.YEAR_ON_YEAR
        : cue == Cue.MONTH_ON_MONTH
            ? Change.Basis.MONTH_ON_MONTH
            : cue == Cue.QUARTER_ON_QUARTER
                ? Change.Basis.QUARTER_ON_QUARTER
                : Change.Basis.UNSPECIFIED;
  }

  /// The company that a cell names; null when it names none.
  @Nullable String entity(Cell cell) {
    Mention named = mention(cell);
    boolean group = named != null && named.security().assetType() == AssetType.GROUP;
    return named == null || group ? null : named.security().entityId();
  }

  /// Whether a cell names something that is traded by weight or by the coin.
  boolean isCoinOrMetal(Cell cell) {
    Mention named = mention(cell);
    return named != null && SentenceDrafts.isCoinOrMetal(named.security().assetType());
  }

  /// Whether a cell names shares.
  boolean isShare(Cell cell) {
    Mention named = mention(cell);
    AssetType type = named == null ? null : named.security().assetType();
    return type == AssetType.EQUITY || type == AssetType.ETF;
  }

  /// The first name in a cell; null when there is none.
  private @Nullable Mention mention(Cell cell) {
    TextSpan span = tokens.span(cell.from(), cell.to());
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).span().start() < span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean inside = low < mentions.size() && mentions.get(low).span().end() <= span.end();
    return inside ? mentions.get(low) : null;
  }
}
