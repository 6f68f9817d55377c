package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import io.readthrough.store.json.ParseOutcomeJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// A parsed bucket for tests. It keeps the JSON, so that what is read went through the codec.
public final class InMemoryParsedNoteStore implements ParsedNoteStore {
  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

  @Override
  public void put(ParseOutcome outcome) {
    NoteSource source = outcome.source();
    objects.put(
        ParsedNoteStore.key(source.firm(), source.noteId(), source.object().sequencer()),
        ParseOutcomeJson.write(outcome));
  }

  /// Puts anything at all under a key.
  public void putRaw(String key, String content) {
    objects.put(key, content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<ParseOutcome> get(String key) {
    return Optional.ofNullable(objects.get(key)).map(ParseOutcomeJson::read);
  }

  @Override
  public List<String> keysBefore(FirmId firm, NoteId noteId, Sequencer before) {
    String prefix = ParsedNoteStore.prefix(firm, noteId);
    return objects.keySet().stream()
        .filter(key -> key.startsWith(prefix) && ParsedNoteStore.isBefore(key, prefix, before))
        .toList();
  }

  @Override
  public void deleteBefore(FirmId firm, NoteId noteId, Sequencer before) {
    keysBefore(firm, noteId, before).forEach(objects::remove);
  }

  /// The keys of all outcomes, in order.
  public List<String> keys() {
    return new ArrayList<>(objects.keySet());
  }
}
