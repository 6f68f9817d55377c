package io.readthrough.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.readthrough.core.note.NoteId;
import java.util.List;

/// What the API says of a note that was dropped.
public sealed interface Answer {
  /// It is scored.
  ///
  /// @param note as `GET /v1/notes/{note_id}` answers it
  record Scored(JsonNode note) implements Answer {}

  /// It only holds other notes, which are answered for themselves.
  ///
  /// @param detail a sentence
  record Unpacked(String detail, List<NoteId> parts) implements Answer {
    public Unpacked {
      parts = List.copyOf(parts);
    }
  }

  /// It is rejected.
  ///
  /// @param reason a word
  /// @param detail a sentence
  record Rejected(String reason, String detail) implements Answer {}

  /// It did not come in time.
  ///
  /// @param why a sentence
  record Absent(String why) implements Answer {}

  /// One word for each.
  default String status() {
    return switch (this) {
      case Scored _ -> "scored";
      case Unpacked _ -> "unpacked";
      case Rejected _ -> "rejected";
      case Absent _ -> "no answer";
    };
  }
}
