package io.readthrough.store.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message of a function's input: what is answered, and retried, as a whole.
///
/// @param id the queue's message id; null where S3, or a person, called the function without a
///   queue
/// @param events in the order of the message; none for a test event or an empty notification
/// @param dropped what could not be read, a sentence for each: no retry would mend it
public record EventMessage(@Nullable String id, List<ObjectEvent> events, List<String> dropped) {
  public EventMessage {
    events = List.copyOf(events);
    dropped = List.copyOf(dropped);
  }
}
