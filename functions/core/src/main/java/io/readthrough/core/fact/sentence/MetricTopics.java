package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts that a paragraph has told so far, which those after them may go on with, and how the
/// note has called its metrics.
public final class MetricTopics {
  private static final int MOST = 12;

  /// How many facts of the sentence before are looked at.
  private static final int MOST_PREVIOUS = 2;

  private final Deque<Topic> topics = new ArrayDeque<>();
  private final BitSet named = new BitSet();
  private final BitSet told = new BitSet();
  private final Map<String, Metric> heads = new HashMap<>();
  private final Map<Value, Metric> values = new HashMap<>();
  private final Map<Frame, Metric> frames = new HashMap<>();
  private int sentence;
  private @Nullable Metric mentioned;
  private @Nullable Metric multiple;
  private @Nullable SentenceItems before;

  private final MetricWords.Text words;
  private final MetricWords.Shared shared;

  /// @param words of metrics in the text
  public MetricTopics(MetricWords.Text words) {
    this.words = words;
    this.shared = new MetricWords.Shared(FactVocabulary.standard().all().size());
  }

  /// The words of metrics in the text.
  MetricWords.Text words() {
    return words;
  }

  /// Empty, to be filled for a figure and cleared again.
  MetricWords.Shared shared() {
    return shared;
  }

  /// How much the text as a whole shares with `metric`.
  double share(Metric metric) {
    return words.share(metric);
  }

  private record Topic(Draft draft, int sentence) {}

  /// Begins a sentence.
  ///
  /// @param follows whether it stands in the paragraph of the one before
  /// @param before that one, where it does
  public void next(boolean follows, @Nullable SentenceItems before) {
    this.before = before;
    sentence++;
    mentioned = null;
    if (!follows) {
      topics.clear();
    }
  }

  /// What a sentence without figures names directly before this one; null when none does.
  @Nullable Metric mentioned() {
    return mentioned;
  }

  void mention(@Nullable Metric metric) {
    mentioned = metric;
  }

  /// The sentence before in its paragraph; null where this one begins it.
  @Nullable SentenceItems before() {
    return before;
  }

  /// Notes that the text names `metric` with `head` as the last word.
  ///
  /// @param whole whether there are words before it, and it alone is a name of more metrics
  void name(String head, Metric metric, boolean whole) {
    named.set(metric.number());
    multiple = isMultiple(metric) ? metric : multiple;
    if (whole) {
      heads.put(head, metric);
    }
  }

  /// The multiple that the note named or told last; null when there is none.
  @Nullable Metric multiple() {
    return multiple;
  }

  private static boolean isMultiple(Metric metric) {
    return metric.units().size() == 1 && metric.units().contains(Figure.Kind.MULTIPLE);
  }

  /// Whether the text has named `metric`.
  boolean isNamed(Metric metric) {
    return named.get(metric.number());
  }

  /// Whether a fact of the text was of `metric`.
  boolean isTold(Metric metric) {
    return told.get(metric.number());
  }

  /// The metric that was named last with words before `head`; null when none was.
  @Nullable Metric named(String head) {
    return heads.get(head);
  }

  /// What the note's last fact with this figure was of; null when there is none.
  @Nullable Metric ofValue(Figure figure) {
    return values.get(Value.of(figure));
  }

  /// What the last figure of such a kind in such a frame was of; null when there is none.
  @Nullable Metric ofFrame(int frame, Figure.Kind kind) {
    return frames.get(new Frame(frame, kind));
  }

  private record Frame(int frame, Figure.Kind kind) {}

  /// A figure whatever its digits.
  private record Value(Figure.Kind kind, String unit, double low, double high) {
    private static Value of(Figure figure) {
      return new Value(
          figure.kind(), figure.unit(), figure.low().doubleValue(), figure.high().doubleValue());
    }
  }

  /// Adds a fact of this sentence, the last first to be found.
  void add(Draft draft, int frame) {
    told.set(draft.metric().number());
    multiple = isMultiple(draft.metric()) ? draft.metric() : multiple;
    if (draft.level != null) {
      values.put(Value.of(draft.level), draft.metric());
    }
    if (frame != 0) {
      frames.put(new Frame(frame, draft.figureKind()), draft.metric());
    }
    topics.addFirst(new Topic(draft, sentence));
    if (topics.size() > MOST) {
      topics.removeLast();
    }
  }

  /// The last facts of the sentence before whose metric can have such figures.
  List<Draft> previous(Figure.Kind kind) {
    List<Draft> found = new ArrayList<>(MOST_PREVIOUS);
    for (Topic topic : topics) {
      boolean before = topic.sentence() == sentence - 1;
      if (before && topic.draft().metric().units().contains(kind)) {
        found.add(topic.draft());
        if (found.size() == MOST_PREVIOUS) {
          break;
        }
      }
    }
    return found;
  }

  /// The last such fact of the sentences before that; null when there is none.
  @Nullable Draft earlier(Figure.Kind kind) {
    Iterator<Topic> all = topics.iterator();
    while (all.hasNext()) {
      Topic topic = all.next();
      if (topic.sentence() < sentence - 1 && topic.draft().metric().units().contains(kind)) {
        return topic.draft();
      }
    }
    return null;
  }
}
