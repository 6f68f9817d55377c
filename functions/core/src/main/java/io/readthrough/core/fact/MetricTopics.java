package io.readthrough.core.fact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts that a paragraph has told so far, which those after them may go on with.
final class MetricTopics {
  private static final int MOST = 12;

  /// How many facts of the sentence before are looked at.
  private static final int MOST_PREVIOUS = 2;

  private final Deque<Topic> topics = new ArrayDeque<>();
  private int sentence;
  private @Nullable Metric mentioned;

  private record Topic(Draft draft, int sentence) {}

  /// Begins a sentence.
  ///
  /// @param follows whether it stands in the paragraph of the one before
  void next(boolean follows) {
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

  /// Adds a fact of this sentence, the last first to be found.
  void add(Draft draft) {
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
