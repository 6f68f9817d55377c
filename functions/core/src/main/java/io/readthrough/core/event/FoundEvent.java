package io.readthrough.core.event;

import io.readthrough.core.note.Event;
import io.readthrough.core.note.TextSpan;
import java.util.List;

/// An event and the places that speak of it, in order. The scorer ties it to its evidence: here no
/// evidence is named.
public record FoundEvent(Event event, List<TextSpan> spans) {
  public FoundEvent {
    spans = List.copyOf(spans);
  }
}
