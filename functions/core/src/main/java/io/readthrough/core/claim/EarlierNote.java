package io.readthrough.core.claim;

import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.Claim.Target;
import io.readthrough.core.note.Claim.Target.Direction;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.View;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is remembered of a note on a name, to compare the next note on the name with: small, and
/// without the note's words.
///
/// @param claims on the name
/// @param views on the name
public record EarlierNote(NoteId noteId, List<Made> claims, List<Held> views) {
  /// A statement is remembered by at most this many of its words.
  public static final int MOST_WORDS = 12;

  /// Words with the same first letters count as one: "lease", "leasing".
  private static final int STEM = 5;

  private static final int LEAST_LETTERS = 4;

  /// Words by which authors make claims, whatever these are about.
  private static final WordTable OF_CLAIMS =
      WordTable.of(
          "main risk risks view views think thinks believe expect expects case catalyst contrarian"
              + " thesis point note shares stock company rate rating target investors market street"
              + " consensus argue doubt next biggest chief before again still");

  public EarlierNote {
    claims = List.copyOf(claims);
    views = List.copyOf(views);
  }

  /// What to remember of `note` for one name.
  public static EarlierNote of(ScoredNote note, String entityId) {
    List<Made> claims =
        note.claims().stream()
            .map(claim -> Made.of(claim, entityId))
            .filter(made -> made != null)
            .toList();
    List<Held> views =
        note.views().stream()
            .filter(view -> view.entityId().equals(entityId))
            .map(view -> new Held(view.kind(), view.metric(), view.value(), view.number()))
            .toList();
    return new EarlierNote(note.parsed().source().noteId(), claims, views);
  }

  /// A claim that was made.
  ///
  /// @param direction for the name
  /// @param words marks of 16 bits of the statement's words, in order, without repeats
  public record Made(Claim.Type type, Direction direction, Modality modality, List<Integer> words) {
    public Made {
      words = List.copyOf(words);
    }

    /// `claim` as it is remembered for a name; null when it is not about the name.
    static @Nullable Made of(Claim claim, String entityId) {
      for (Target target : claim.targets()) {
        if (target.entityId().equals(entityId)) {
          Tokens tokens = Tokens.of(claim.statement());
          List<Integer> words = marks(tokens, 0, tokens.size());
          return new Made(claim.type(), target.direction(), claim.modality(), words);
        }
      }
      return null;
    }

    /// The share of words that two statements have in common, of the one with fewer.
    double likeness(Made other) {
      int fewer = Math.min(words.size(), other.words.size());
      return fewer == 0 ? 0 : (double) common(other) / fewer;
    }

    /// How many words two statements have in common.
    int common(Made other) {
      int common = 0;
      for (Integer word : words) {
        common += other.words.contains(word) ? 1 : 0;
      }
      return common;
    }

    /// The marks of the words between two tokens.
    static List<Integer> marks(Tokens tokens, int first, int end) {
      TreeSet<Integer> marks = new TreeSet<>();
      for (int i = first; i < end && marks.size() < MOST_WORDS; i++) {
        int letters = tokens.end(i) - tokens.start(i);
        if (tokens.is(i, TokenKind.WORD)
            && letters >= LEAST_LETTERS
            && OF_CLAIMS.find(tokens, i) < 0
            && WordClass.of(tokens, i) == WordClass.OPEN) {
          String stem = tokens.folded(i).substring(0, Math.min(letters, STEM));
          // String.hashCode is specified, so marks are the same on every machine.
          marks.add((stem.hashCode() * 0x9E3779B9) >>> 16);
        }
      }
      return List.copyOf(marks);
    }
  }

  /// A view that was held.
  public record Held(
      View.Kind kind, @Nullable String metric, String value, @Nullable Double number) {}
}
