package io.readthrough.core.claim;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the words of a stretch of text say of a claim in it: the cues of its type, its modality,
/// its condition, and what would falsify it.
final class ClaimSignals {
  private static final CueTable TYPES = CueTable.standard("claim/claim-cues.tsv");
  private static final CueTable MODALITIES = CueTable.standard("claim/modality-cues.tsv");
  private static final CueTable CONDITIONS = CueTable.standard("claim/condition-cues.tsv");
  private static final CueTable FALSIFIERS = CueTable.standard("claim/falsifier-cues.tsv");

  /// What each further cue of a type adds to the strongest.
  private static final double FURTHER = 0.2;

  /// The number of the type that each kind of cue is of.
  private static final Map<String, Integer> TYPE_OF = new HashMap<>();

  static {
    for (Claim.Type type : Claim.Type.values()) {
      TYPE_OF.put(type.name().toLowerCase(Locale.ROOT), TYPE_OF.size());
    }
  }

  /// How a noun phrase begins that names something that has not happened.
  private static final WordTable SUPPOSES = WordTable.of("a an another any every each");

  /// Verbs by which somebody tells or asks something, and what opens a question that is told: what
  /// follows is no supposition of the author's.
  private static final WordTable REPORTS =
      WordTable.of(
          "ask asks asked say says said tell tells told argue argues argued think thinks thought"
              + " believe believes believed claim claims claimed suggest suggests suggested wonder"
              + " wonders wondered write writes wrote hope hopes hoped fear fears feared insist"
              + " insists insisted warn warns warned promise promises promised whether how why");

  /// How an author opens what he holds: "we believe (that) a signed lease would …".
  private static final WordTable HOLDS = WordTable.of("think believe expect argue suspect");

  /// What stands at the end of a condition and belongs to what follows it.
  private static final WordTable LEADS_ON = WordTable.of("and to a an the or");

  /// How many tokens may stand before the colon of a label: "Upside nobody models:".
  private static final int TO_COLON = 6;

  /// How long the subject may be of a sentence that supposes it.
  private static final int TO_WOULD = 20;

  /// How far into the main clause its verb may stand.
  private static final int TO_VERB = 9;

  private final Tokens tokens;
  private final int[] types;
  private final int[] modalities;
  private final int[] conditions;
  private final int[] falsifiers;

  ClaimSignals(Tokens tokens) {
    this.tokens = tokens;
    this.types = TYPES.ids(tokens);
    this.modalities = MODALITIES.ids(tokens);
    this.conditions = CONDITIONS.ids(tokens);
    this.falsifiers = FALSIFIERS.ids(tokens);
  }

  /// All tables, each with its name, for the test of their examples.
  static List<CueTable> tables() {
    return List.of(TYPES, MODALITIES, CONDITIONS, FALSIFIERS);
  }

  /// For each type what its cues weigh between two tokens.
  double[] weights(int from, int to) {
    double[] most = new double[Claim.Type.values().length];
    double[] sum = new double[most.length];
    for (Hit hit : TYPES.find(tokens, types, from, to)) {
      int type = TYPE_OF.getOrDefault(hit.cue().kind(), 0);
      double weight = hit.cue().weight();
      most[type] = Math.max(most[type], weight);
      sum[type] += weight;
    }
    for (int type = 0; type < most.length; type++) {
      most[type] += FURTHER * Math.min(2, sum[type] - most[type]);
    }
    return most;
  }

  /// How firmly the stretch is said, conditions apart.
  Modality modality(int from, int to) {
    Modality modality = Modality.ASSERTED;
    for (Hit hit : MODALITIES.find(tokens, modalities, from, to)) {
      Modality said = Modality.valueOf(hit.cue().kind().toUpperCase(Locale.ROOT));
      if (said == Modality.NEGATED) {
        return said;
      }
      if (modality == Modality.ASSERTED || said == Modality.POSSIBLE) {
        modality = said;
      }
    }
    return modality;
  }

  /// The words that a stretch hangs on, and those that name what would change its view, as printed;
  /// null where there are none.
  record Conditions(@Nullable String condition, @Nullable String falsifier) {}

  /// What the stretch hangs on, and what would change its view.
  Conditions conditions(int from, int to) {
    List<Hit> hits = CONDITIONS.find(tokens, conditions, from, to);
    String opened = opened("open", hits, from, to);
    return new Conditions(
        opened == null ? supposed(from, to) : opened, opened("falsifier", hits, from, to));
  }

  /// What a sentence supposes to happen, named as its subject: "A strike at the plant would …",
  /// "Risks: another year of losses would …"; null when it supposes nothing.
  private @Nullable String supposed(int from, int to) {
    int first = from;
    for (int i = from; i < Math.min(to, from + TO_COLON); i++) {
      if (tokens.isMark(i, ':')) {
        first = i + 1;
      }
    }
    while (first < to && tokens.is(first, TokenKind.PUNCTUATION)) {
      first++;
    }
    if (first + 1 < to && HOLDS.find(tokens, first + 1) >= 0) {
      first += first + 2 < to && tokens.is(first + 2, "that") ? 3 : 2;
    }
    if (first >= to || SUPPOSES.find(tokens, first) < 0) {
      return null;
    }
    for (int i = first + 1; i < Math.min(to, first + TO_WOULD); i++) {
      if (tokens.is(i, "would")) {
        return i - first < 2 ? null : tokens.span(first, i).of(tokens.text());
      }
      WordClass wordClass = WordClass.of(tokens, i);
      boolean verb = wordClass == WordClass.BE || wordClass == WordClass.MODAL;
      boolean told = tokens.isMark(i, ';') || REPORTS.find(tokens, i) >= 0;
      if (verb || told || wordClass == WordClass.PRONOUN) {
        return null;
      }
    }
    return null;
  }

  /// Whether the stretch as a whole tells what would change the author's view.
  boolean isFalsifier(int from, int to) {
    return !FALSIFIERS.find(tokens, falsifiers, from, to).isEmpty();
  }

  /// What would change the view, of a stretch that tells it: what follows "What would make us
  /// wrong:", what the change hangs on, what stands before "would change our mind", what "we would
  /// cover" opens; else the clause that tells it, or all of it.
  String falsifier(int from, int to, Conditions conditions) {
    List<Hit> hits = FALSIFIERS.find(tokens, falsifiers, from, to);
    int first = hits.isEmpty() ? from : hits.getFirst().first();
    int colon = from + 1;
    while (colon < to && !tokens.isMark(colon, ':')) {
      colon++;
    }
    boolean labelled = colon + 1 < to && (first < colon || isWhat(from)) && !isCode(colon - 1);
    if (labelled) {
      return tokens.span(colon + 1, to).of(tokens.text());
    }
    if (conditions.condition() != null) {
      return conditions.condition();
    }
    if (!hits.isEmpty() && hits.getFirst().cue().value().equals("after")) {
      return tokens.span(first, to).of(tokens.text());
    }
    int start = first;
    while (start > from && !tokens.isMark(start - 1, ';')) {
      start--;
    }
    boolean told = first > start + 1 && WordClass.of(tokens, first - 1) != WordClass.PRONOUN;
    return tokens.span(start, told ? trimmed(start, first) : to).of(tokens.text());
  }

  /// The end of a stretch without the marks and particles that lead on to what follows it.
  private int trimmed(int from, int to) {
    int end = to;
    while (end > from + 1
        && (tokens.is(end - 1, TokenKind.PUNCTUATION) || LEADS_ON.find(tokens, end - 1) >= 0)) {
      end--;
    }
    return end;
  }

  /// Whether a label begins that asks: "What would …", "Where …".
  private boolean isWhat(int from) {
    return tokens.is(from, "what") || tokens.is(from, "where");
  }

  /// Whether a colon follows the code of an exchange: "NASDAQ: COIN".
  private boolean isCode(int i) {
    return tokens.allCaps(i);
  }

  private @Nullable String opened(String kind, List<Hit> hits, int from, int to) {
    for (Hit hit : hits) {
      if (hit.is(kind)) {
        int end = conditionEnd(hit.first(), from, to);
        int first = hit.first();
        while (first + 1 < end && tokens.is(first, TokenKind.PUNCTUATION)) {
          first++;
        }
        return tokens.span(first, end).of(tokens.text());
      }
    }
    return null;
  }

  /// Where the condition that opens at `first` ends. One at the front of its sentence ends at the
  /// comma that a main clause follows for sure, else at its first; a later one at the next mark
  /// that divides.
  private int conditionEnd(int first, int from, int to) {
    int end = to;
    int firstComma = to;
    for (int i = first + 1; i < to; i++) {
      if (!tokens.is(i, TokenKind.PUNCTUATION)) {
        continue;
      }
      boolean comma = tokens.isMark(i, ',');
      boolean aside = tokens.isMark(i, '(') || tokens.isMark(i, ')');
      boolean stop = aside || tokens.isMark(i, ';') || tokens.isMark(i, ':');
      if (comma && (!isFront(first, from) || opensMainClause(i + 1, to))) {
        end = i;
        firstComma = to;
        break;
      }
      if (stop) {
        end = i;
        break;
      }
      firstComma = comma ? Math.min(firstComma, i) : firstComma;
    }
    end = Math.min(end, firstComma);
    while (end > first + 1 && tokens.is(end - 1, TokenKind.PUNCTUATION)) {
      end--;
    }
    return end;
  }

  /// Whether a main clause follows a condition: nothing but marks, "that" or a colon's words
  /// before.
  private boolean isFront(int first, int from) {
    return first == from || tokens.is(first - 1, TokenKind.PUNCTUATION) || first - from <= 2;
  }

  /// Whether a verb of its own comes before the next mark.
  private boolean opensMainClause(int first, int to) {
    for (int i = first; i < Math.min(to, first + TO_VERB); i++) {
      if (tokens.is(i, TokenKind.PUNCTUATION)) {
        return false;
      }
      WordClass wordClass = WordClass.of(tokens, i);
      if (wordClass == WordClass.MODAL
          || wordClass == WordClass.BE
          || wordClass == WordClass.HAVE
          || wordClass == WordClass.DO
          || (i == first && isSubjectWord(wordClass))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSubjectWord(WordClass wordClass) {
    return wordClass == WordClass.PRONOUN
        || wordClass == WordClass.DETERMINER
        || wordClass == WordClass.POSSESSIVE;
  }
}
