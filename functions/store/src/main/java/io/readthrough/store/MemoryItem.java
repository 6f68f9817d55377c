package io.readthrough.store;

import static io.readthrough.store.Attributes.NOTE_ID;
import static io.readthrough.store.Attributes.attribute;
import static io.readthrough.store.Attributes.constant;
import static io.readthrough.store.Attributes.putText;
import static io.readthrough.store.Attributes.spelled;
import static io.readthrough.store.Attributes.string;
import static io.readthrough.store.Attributes.stringOrNull;
import static io.readthrough.store.Attributes.text;
import static io.readthrough.store.TableKeys.PK;
import static io.readthrough.store.TableKeys.tickerPartition;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.View;
import io.readthrough.store.json.TextBounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a feed entry remembers of its note, as an attribute, and back.
final class MemoryItem {
  static final String MEMORY = "memory";
  private static final String CLAIMS = "claims";
  private static final String VIEWS = "views";
  private static final String KIND = "kind";
  private static final String VALUE = "value";
  private static final String METRIC = "metric";
  private static final String NUMBER = "number";

  /// The longest wording of a view that is remembered, in UTF-16 units.
  private static final int MAX_VIEW = 100;

  private MemoryItem() {}

  /// What the entry under `key` remembers of its note: something only where the key is that of a
  /// name that the note is about.
  static Map<String, AttributeValue> memory(
      FirmId firm, Map<String, AttributeValue> key, Map<String, EarlierNote> memory) {
    for (Map.Entry<String, EarlierNote> each : memory.entrySet()) {
      if (string(key, PK).equals(tickerPartition(firm, each.getKey()))) {
        EarlierNote note = each.getValue();
        List<AttributeValue> claims =
            note.claims().stream().map(MemoryItem::made).map(Attributes::text).toList();
        List<AttributeValue> views = note.views().stream().map(MemoryItem::held).toList();
        AttributeValue remembered =
            AttributeValue.fromM(
                Map.of(CLAIMS, AttributeValue.fromL(claims), VIEWS, AttributeValue.fromL(views)));
        return Map.of(MEMORY, remembered);
      }
    }
    return Map.of();
  }

  /// Reads what an entry remembers of its note.
  static EarlierNote memory(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> memory = attribute(item, MEMORY).m();
    return new EarlierNote(
        new NoteId(string(item, NOTE_ID)),
        attribute(memory, CLAIMS).l().stream()
            .map(AttributeValue::s)
            .map(MemoryItem::made)
            .toList(),
        attribute(memory, VIEWS).l().stream()
            .map(AttributeValue::m)
            .map(MemoryItem::held)
            .toList());
  }

  /// "risk negative possible 0a1b2c3d": type, direction, modality, and the words' marks.
  static String made(EarlierNote.Made claim) {
    StringBuilder marks = new StringBuilder();
    claim.words().forEach(word -> marks.append("%04x".formatted(word)));
    return String.join(
        " ", spelled(claim.type()), spelled(claim.direction()), spelled(claim.modality()), marks);
  }

  static EarlierNote.Made made(String claim) {
    String[] parts = claim.split(" ", -1);
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i + 4 <= parts[3].length(); i += 4) {
      words.add(Integer.parseInt(parts[3], i, i + 4, 16));
    }
    return new EarlierNote.Made(
        constant(Claim.Type.class, parts[0]),
        constant(Claim.Target.Direction.class, parts[1]),
        constant(Claim.Modality.class, parts[2]),
        words);
  }

  static AttributeValue held(EarlierNote.Held view) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(KIND, text(spelled(view.kind())));
    putText(item, VALUE, TextBounds.cut(view.value(), MAX_VIEW));
    putText(item, METRIC, TextBounds.cut(view.metric(), MAX_VIEW));
    if (view.number() != null) {
      item.put(NUMBER, text(view.number().toString()));
    }
    return AttributeValue.fromM(item);
  }

  static EarlierNote.Held held(Map<String, AttributeValue> item) {
    String number = stringOrNull(item, NUMBER);
    return new EarlierNote.Held(
        constant(View.Kind.class, string(item, KIND)),
        stringOrNull(item, METRIC),
        string(item, VALUE),
        number == null ? null : Double.valueOf(number));
  }
}
