package io.readthrough.core.note;

import java.util.List;

/// A test that the figures of a note were put to: against each other, and against the firm's
/// earlier notes. What does not agree is told here and changed nowhere.
///
/// @param name which test, snake_case: "change_agrees"
/// @param detail a sentence that a person understands, with the figures compared
/// @param factIds the facts compared, those of this note only
public record Check(String name, Result result, String detail, List<String> factIds) {
  public Check {
    factIds = List.copyOf(factIds);
  }

  /// What came of it.
  public enum Result {
    /// The figures agree within what their printed digits can tell.
    PASS,
    /// They differ, and both may be right.
    WARN,
    /// They contradict each other.
    FAIL
  }
}
