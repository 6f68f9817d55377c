package io.readthrough.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/// What the API says of a note that was dropped.
public sealed interface Answer {
  /// It is scored.
  ///
  /// @param note as `GET /v1/notes/{note_id}` answers it
  record Scored(JsonNode note) implements Answer {}

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
      case Rejected _ -> "rejected";
      case Absent _ -> "no answer";
    };
  }
}
