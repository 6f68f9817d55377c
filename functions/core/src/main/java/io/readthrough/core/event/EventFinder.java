package io.readthrough.core.event;

import io.readthrough.core.claim.ReadNote;
import io.readthrough.core.claim.ReadNote.Named;
import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.cue.Cue;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Event;
import io.readthrough.core.note.Event.FactLevel;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.View;
import io.readthrough.core.note.View.Change;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.TokenKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the events of a note. What several places say of one event is one event: type, foremost
/// name and period tell it from others. Linear in the text.
public final class EventFinder {
  /// A note has at most this many events, those that it speaks of first.
  public static final int MOST_EVENTS = 40;

  private static final int MOST_PLACES = 4;
  private static final int MOST_NAMES = 8;

  private static final int YEAR_DIGITS = 4;

  /// What became of a rating.
  private static final Set<String> RATINGS =
      Set.of("analyst.upgraded", "analyst.downgraded", "analyst.rating_maintained");

  private static final CueTable TYPES = CueTable.standard("event/event-types.tsv");
  private static final CueTable LEVELS = CueTable.standard("event/fact-level-cues.tsv");

  private EventFinder() {}

  /// The types of the taxonomy, in its order: what each is called, and what it is.
  public static Map<String, String> taxonomy() {
    Map<String, String> taxonomy = new LinkedHashMap<>();
    for (Cue cue : TYPES.cues()) {
      if (!cue.kind().equals(Cue.NONE)) {
        taxonomy.put(cue.kind(), cue.value());
      }
    }
    return taxonomy;
  }

  static List<CueTable> tables() {
    return List.of(TYPES, LEVELS);
  }

  /// The events of a note, in the order in which it first speaks of them. Which way a rating and a
  /// target moved is told by its views, which compare what is with what was: "cut … to Underweight
  /// and our target to $92 from $128".
  ///
  /// @param views of the note
  public static List<FoundEvent> find(ReadNote note, List<FoundView> views) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    Map<Integer, List<FoundView>> moved = moved(note, views);
    int[] types = TYPES.ids(note.tokens());
    int[] levels = LEVELS.ids(note.tokens());
    Spoken spoken = new Spoken(note);
    for (int s = 0; s < note.sentences().size(); s++) {
      spoken.read(s);
      if (!note.isScored().test(s)) {
        continue;
      }
      int first = note.sentences().first(s);
      int end = note.sentences().end(s);
      List<Hit> hits = TYPES.find(note.tokens(), types, first, end);
      List<FoundView> told = moved.getOrDefault(s, List.of());
      if (hits.isEmpty() && told.isEmpty()) {
        continue;
      }
      FactLevel level = level(LEVELS.find(note.tokens(), levels, first, end));
      String period = period(note, first, end);
      List<Found> found = new ArrayList<>();
      for (FoundView view : told) {
        found.add(
            new Found(
                type(view.view()), view.span(), FactLevel.FACT, List.of(view.view().entityId())));
      }
      for (Hit hit : hits) {
        String type = hit.cue().kind();
        if (!isAhead(note, hit)
            && !isAuthors(note, hit)
            && told.stream().noneMatch(v -> tellsInstead(v.view(), type))) {
          TextSpan span = note.tokens().span(hit.first(), hit.end());
          found.add(new Found(type, span, level, spoken.names));
        }
      }
      for (Found each : found) {
        String key = key(each, period, note);
        Draft draft = drafts.get(key);
        if (draft == null && drafts.size() < MOST_EVENTS) {
          draft = new Draft(each.type(), key, each.level());
          drafts.put(key, draft);
        }
        if (draft != null) {
          draft.add(each, spoken.sentiment, s);
        }
      }
    }
    return drafts.values().stream().map(Draft::found).toList();
  }

  /// What a sentence tells of, and whom it concerns: a view names its own company, which need not
  /// be one that the sentence names.
  private record Found(String type, TextSpan span, FactLevel level, List<String> names) {}

  /// The ratings and targets that were compared with what they were, by their sentence.
  private static Map<Integer, List<FoundView>> moved(ReadNote note, List<FoundView> views) {
    Map<Integer, List<FoundView>> moved = new HashMap<>();
    for (FoundView view : views) {
      if (view.view().change() != Change.NEW) {
        int s = note.sentences().containing(note.tokens().at(view.span().start()));
        moved.computeIfAbsent(s, key -> new ArrayList<>()).add(view);
      }
    }
    return moved;
  }

  /// The event that a view which was compared makes.
  private static String type(View view) {
    boolean rating = view.kind() == View.Kind.RATING;
    if (view.change() == Change.UNCHANGED) {
      return rating ? "analyst.rating_maintained" : "analyst.target_maintained";
    }
    boolean raised = view.change() == Change.RAISED;
    if (rating) {
      return raised ? "analyst.upgraded" : "analyst.downgraded";
    }
    return raised ? "analyst.target_raised" : "analyst.target_lowered";
  }

  /// Whether a view tells what words alone would make another event of the same matter.
  private static boolean tellsInstead(View view, String type) {
    return view.kind() == View.Kind.RATING
        ? RATINGS.contains(type)
        : type.startsWith("analyst.target_");
  }

  /// Whether "EPS of $9" is that of a year to come, and no result: "19x 2027 EPS of $9".
  private static boolean isAhead(ReadNote note, Hit hit) {
    LocalDate published = note.published();
    if (published == null || hit.first() == 0 || !hit.cue().kind().equals("earnings.reported")) {
      return false;
    }
    String before = note.tokens().folded(hit.first() - 1);
    int digits = before.length() - YEAR_DIGITS;
    return digits >= 0
        && before.substring(digits).chars().allMatch(c -> c >= '0' && c <= '9')
        && before.startsWith("20", digits)
        && Integer.parseInt(before.substring(digits)) > published.getYear();
  }

  /// Whether it is what the author expects, and no guidance of a company: "we raise our forecast".
  private static boolean isAuthors(ReadNote note, Hit hit) {
    if (!hit.cue().kind().startsWith("guidance.") || note.tokens().is(hit.end() - 1, "guidance")) {
      return false;
    }
    return IntStream.range(hit.first(), hit.end()).anyMatch(i -> note.tokens().is(i, "our"));
  }

  /// What is denied or rumoured is so whatever else is said; else the surest level that is told.
  private static FactLevel level(List<Hit> hits) {
    FactLevel level = null;
    for (Hit hit : hits) {
      FactLevel said = FactLevel.valueOf(hit.cue().kind().toUpperCase(Locale.ROOT));
      if (said == FactLevel.DENIAL || (said == FactLevel.RUMOUR && level != FactLevel.DENIAL)) {
        level = said;
      } else if (level == null || (!isDoubtful(level) && said.compareTo(level) < 0)) {
        level = said;
      }
    }
    return level == null ? FactLevel.FACT : level;
  }

  private static boolean isDoubtful(FactLevel level) {
    return level == FactLevel.DENIAL || level == FactLevel.RUMOUR;
  }

  /// "Q2" of a sentence that names a period, as printed in lower case; null when none does.
  private static @Nullable String period(ReadNote note, int first, int end) {
    for (int i = first; i < end; i++) {
      if (note.tokens().is(i, TokenKind.PERIOD)) {
        return note.tokens().folded(i);
      }
    }
    return null;
  }

  /// The month of publication stands in where the sentence names no period.
  private static String key(Found found, @Nullable String period, ReadNote note) {
    LocalDate published = note.published();
    String month = published == null ? "" : published.toString().substring(0, 7);
    String name = found.names().isEmpty() ? "" : found.names().getFirst();
    return found.type() + "|" + name + "|" + (period == null ? month : period);
  }

  /// What a sentence speaks of: the names its expressions are given to, else those it mentions,
  /// else the note's subject. Read sentence by sentence, in order.
  private static final class Spoken {
    private final ReadNote note;
    private int nextExpression;
    private int nextAssignment;
    private int nextMention;
    private List<String> names = List.of();
    private double sentiment;

    Spoken(ReadNote note) {
      this.note = note;
    }

    void read(int s) {
      sentiment = 0;
      List<Expression> expressions = note.expressions();
      while (nextExpression < expressions.size()
          && expressions.get(nextExpression).sentence() <= s) {
        Expression expression = expressions.get(nextExpression++);
        sentiment += expression.polarity() * expression.contrast();
      }
      Set<String> found = new LinkedHashSet<>();
      List<Assignment> assignments = note.assignments();
      for (;
          nextAssignment < assignments.size()
              && assignments.get(nextAssignment).expression() < nextExpression;
          nextAssignment++) {
        add(found, note.names().get(assignments.get(nextAssignment).name()));
      }
      List<NameMention> mentions = note.mentions();
      for (;
          nextMention < mentions.size()
              && mentions.get(nextMention).first() < note.sentences().end(s);
          nextMention++) {
        add(found, note.names().get(mentions.get(nextMention).name()));
      }
      if (found.isEmpty() && note.subject() >= 0) {
        add(found, note.names().get(note.subject()));
      }
      names = List.copyOf(found);
    }

    private static void add(Set<String> found, Named name) {
      if (found.size() < MOST_NAMES) {
        found.add(name.entityId());
      }
    }
  }

  /// An event whose places are still being gathered.
  private static final class Draft {
    private final String type;
    private final String key;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<TextSpan> spans = new ArrayList<>();
    private FactLevel level;
    private double sentiment;
    private int sentence = -1;

    Draft(String type, String key, FactLevel level) {
      this.type = type;
      this.key = key;
      this.level = level;
    }

    void add(Found found, double sentiment, int s) {
      if (found.level().compareTo(level) < 0) {
        level = found.level();
      }
      TextSpan span = found.span();
      if (spans.size() < MOST_PLACES && (spans.isEmpty() || !spans.getLast().overlaps(span))) {
        spans.add(span);
      }
      if (s != sentence) {
        sentence = s;
        this.sentiment += sentiment;
        found.names().stream().limit(MOST_NAMES - (long) names.size()).forEach(names::add);
      }
    }

    FoundEvent found() {
      Event event =
          new Event(type, level, List.copyOf(names), Math.clamp(sentiment, -1, 1), key, List.of());
      return new FoundEvent(event, spans);
    }
  }
}
