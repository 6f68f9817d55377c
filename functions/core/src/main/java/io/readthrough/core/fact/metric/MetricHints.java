package io.readthrough.core.fact.metric;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.text.Phrase;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words that name no metric and yet tell which one a figure near them is of: "sold $33 billion",
/// "odds of 80%", "$25 a seat".
public final class MetricHints {
  private static final int BESIDE = 2;

  /// How many hints of the sentence before are looked at.
  private static final int MOST_BEFORE = 12;

  /// How many tokens before a length of time words may tell what it is.
  private static final int DURATION_REACH = 5;

  private final PhraseIndex index = new PhraseIndex();
  private final List<List<Hint>> hints = new ArrayList<>();
  private final List<Hint> all = new ArrayList<>();

  /// Where a hint stands.
  public enum Place {
    BEFORE,
    BEHIND,
    NEAR,
    /// Near it, and the word is one that more metrics are called by.
    SHARED
  }

  /// Words that tell a metric of figures of some kinds.
  ///
  /// @param number of its row in the table
  /// @param name tells it from all others: "eps before"
  /// @param kinds of the figures that it hints for
  /// @param ofChange whether it hints for a change without a level as well
  public record Hint(
      int number,
      String name,
      Metric metric,
      Set<Figure.Kind> kinds,
      boolean ofChange,
      Place place) {
    private boolean isFor(Figure.Kind kind, boolean change, boolean before) {
      boolean either = place == Place.NEAR || place == Place.SHARED;
      boolean placed = either || (place == Place.BEFORE) == before;
      return placed && (change ? ofChange : kinds.contains(kind));
    }

    private MetricSign sign(boolean before, int gap) {
      MetricSign series =
          switch (place) {
            case BEFORE -> MetricSign.HINT_BEFORE_1;
            case BEHIND -> MetricSign.HINT_BEHIND_1;
            case SHARED -> before ? MetricSign.SHARED_BEFORE_1 : MetricSign.SHARED_BEHIND_1;
            case NEAR -> before ? MetricSign.HINT_AROUND_BEFORE_1 : MetricSign.HINT_AROUND_BEHIND_1;
          };
      return series.tokens(gap);
    }
  }

  /// A figure's tokens, and those around it that are looked at.
  public record Stretch(int first, int from, int to, int end) {}

  /// All hints, by their numbers.
  public List<Hint> all() {
    return all;
  }

  /// Adds a hint with all its wordings.
  ///
  /// @param ofChange whether it hints for a change without a level as well
  public void add(
      String name,
      Metric metric,
      Set<Figure.Kind> kinds,
      boolean ofChange,
      Place place,
      List<Phrase> wordings) {
    Hint hint = new Hint(all.size(), name, metric, kinds, ofChange, place);
    all.add(hint);
    wordings.forEach(wording -> add(wording, hint));
  }

  private void add(Phrase wording, Hint hint) {
    int known = index.add(wording, hints.size());
    if (known == hints.size()) {
      hints.add(new ArrayList<>());
    }
    hints.get(known).add(hint);
  }

  /// The metric that a hint directly beside a figure tells, with one other word between at most:
  /// "242 rigs", "35 new restaurants", "late by seven months"; null when none does.
  public @Nullable Metric beside(Tokens tokens, Stretch around, Figure.Kind kind) {
    int end = Math.min(around.end(), around.to() + BESIDE);
    for (int i = around.to(); i < end && !tokens.is(i, TokenKind.PUNCTUATION); i++) {
      Metric metric = at(tokens, i, kind, false);
      if (metric != null) {
        return metric;
      }
    }
    int first = Math.max(around.first(), around.from() - DURATION_REACH);
    for (int i = around.from() - 1; i >= first && kind == Figure.Kind.DURATION; i--) {
      Metric metric = at(tokens, i, kind, true);
      if (metric != null) {
        return metric;
      }
    }
    return null;
  }

  /// Whether the words from token `i` name goods that even numbers in words count.
  public boolean countsGoods(Tokens tokens, int i) {
    Metric metric = at(tokens, i, Figure.Kind.COUNT, false);
    return metric != null && MetricFamilies.GOODS.contains(metric.id());
  }

  private @Nullable Metric at(Tokens tokens, int i, Figure.Kind kind, boolean before) {
    long found = index.find(tokens, i);
    if (found == PhraseIndex.NONE) {
      return null;
    }
    for (Hint hint : hints.get(PhraseIndex.value(found))) {
      if (hint.place() != Place.SHARED && hint.isFor(kind, false, before)) {
        return hint.metric();
      }
    }
    return null;
  }

  /// Whether token `i` is a word that more metrics are called by.
  public boolean isShared(Tokens tokens, int i) {
    long found = index.find(tokens, i);
    return found != PhraseIndex.NONE
        && PhraseIndex.end(found) == i + 1
        && hints.get(PhraseIndex.value(found)).stream()
            .anyMatch(hint -> hint.place() == Place.SHARED);
  }

  /// The longest hint that starts at token `i`, as [PhraseIndex#find] answers it.
  public long find(Tokens tokens, int i) {
    return index.find(tokens, i);
  }

  /// Tells `evidence` the metrics that the last hints of the sentence before a figure speak for.
  ///
  /// @param change whether the figure is a change without a level
  public void tell(HintsMet met, Figure.Kind kind, boolean change, MetricEvidence evidence) {
    for (int h = Math.max(0, met.size() - MOST_BEFORE); h < met.size(); h++) {
      for (Hint hint : hints.get(met.number(h))) {
        if (hint.place() != Place.SHARED && hint.isFor(kind, change, true)) {
          evidence.add(hint.metric(), MetricSign.BEFORE_HINTED);
        }
      }
    }
  }

  /// Tells `evidence` the metrics that the hints around a figure speak for.
  ///
  /// @param met the hints of the sentence
  /// @param change whether the figure is a change without a level
  public void tell(
      HintsMet met, Stretch around, Figure.Kind kind, boolean change, MetricEvidence evidence) {
    for (int h = met.from(around.first()); h < met.size(); h++) {
      int start = met.start(h);
      if (start >= around.end()) {
        break;
      }
      boolean before = start < around.from();
      boolean apart = before ? met.end(h) <= around.from() : start >= around.to();
      if (!apart || met.end(h) > around.end()) {
        continue;
      }
      int gap = before ? around.from() - met.end(h) : start - around.to();
      for (Hint hint : hints.get(met.number(h))) {
        if (hint.isFor(kind, change, before)) {
          evidence.add(hint);
          evidence.add(hint.metric(), hint.sign(before, gap));
          if (met.end(h) - start > 1) {
            evidence.add(hint.metric(), MetricSign.HINT_PHRASE);
          }
        }
      }
    }
  }
}
