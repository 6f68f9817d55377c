package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bucket of parse outcomes, the hand-off from parse to score:
/// `parsed/<firm>/<note_id>/<sequencer>.json`. The event's sequencer stands in the key, so a
/// repeated event overwrites its own outcome and no other.
public interface ParsedNoteStore {
  /// What the keys of outcomes end with.
  String SUFFIX = ".json";

  /// A firm, a note and a sequencer; see [FirmId], [NoteId] and [Sequencer].
  Pattern KEY = Pattern.compile("parsed/[^/]+/[^/]+/[^/]+\\.json");

  /// Stores an outcome under its own key; storing it again changes nothing.
  void put(ParseOutcome outcome);

  /// The outcome under an object key of this bucket; empty when there is none (any more).
  ///
  /// @throws IllegalArgumentException when what lies there is not a parse outcome
  Optional<ParseOutcome> get(String key);

  /// The outcome of one event on a note.
  default Optional<ParseOutcome> get(FirmId firm, NoteId noteId, Sequencer sequencer) {
    return get(key(firm, noteId, sequencer));
  }

  /// The object keys of the outcomes of all events on a note before `before`.
  List<String> keysBefore(FirmId firm, NoteId noteId, Sequencer before);

  /// Deletes the outcomes of all events on a note before `before`: what is left of a removed note's
  /// text.
  void deleteBefore(FirmId firm, NoteId noteId, Sequencer before);

  /// The object key of an event's outcome.
  static String key(FirmId firm, NoteId noteId, Sequencer sequencer) {
    return prefix(firm, noteId) + sequencer + SUFFIX;
  }

  /// What the keys of all outcomes of a note begin with.
  static String prefix(FirmId firm, NoteId noteId) {
    return "parsed/" + firm + "/" + noteId + "/";
  }

  /// Whether `key` is of the form of an outcome's.
  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /// Whether `key`, which begins with a note's `prefix`, is of an event before `before`.
  static boolean isBefore(String key, String prefix, Sequencer before) {
    return key.endsWith(SUFFIX)
        && new Sequencer(key.substring(prefix.length(), key.length() - SUFFIX.length()))
                .compareTo(before)
            < 0;
  }
}
