package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import io.readthrough.store.NoteStore.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What happens to one object, in order: dropped, dropped again, rejected, removed.
record History(String key, List<Event> events) {
  private static final FirmId ACME = new FirmId("acme");
  private static final Instant DAY = Instant.parse("2026-03-05T09:00:00Z");

  /// An event, as the score function hands it to the store.
  interface Event {
    Effect applyTo(NoteStore store, Instant now);
  }

  static History generated(Generated generated, String key) {
    List<Event> events = new ArrayList<>();
    for (int i = generated.random().nextInt(1, 7); i > 0; i--) {
      events.add(event(generated, key, new Sequencer("%04X".formatted(events.size() + 1))));
    }
    return new History(key, events);
  }

  private static Event event(Generated generated, String key, Sequencer sequencer) {
    NoteSource source = ScoredNotes.source(ACME, key, sequencer);
    return switch (generated.random().nextInt(5)) {
      case 0 -> {
        var removed = new ParseOutcome.Removed(source);
        yield (store, now) -> store.apply(removed, now);
      }
      case 1 -> {
        var rejected = new ParseOutcome.Rejected(source, ParseOutcome.Reason.EMPTY, "Empty.");
        yield (store, now) -> store.apply(rejected, now);
      }
      default -> {
        var note =
            ScoredNotes.of(
                source,
                generated.maybe(() -> DAY.plus(Duration.ofDays(generated.random().nextInt(60)))),
                generated.random().nextDouble(-1, 1),
                generated.list(3, () -> generated.any("CLSK", "MARA", "BTC")));
        yield (store, now) -> store.apply(note, now);
      }
    };
  }

  /// All events of some objects as queues deliver them: in any order, some of them twice.
  static List<Event> delivered(Generated generated, List<History> histories) {
    List<Event> left = new ArrayList<>();
    for (History history : histories) {
      left.addAll(history.events());
      history.events().stream().filter(e -> generated.random().nextBoolean()).forEach(left::add);
    }
    List<Event> delivered = new ArrayList<>();
    while (!left.isEmpty()) {
      delivered.add(left.remove(generated.random().nextInt(left.size())));
    }
    return delivered;
  }
}
