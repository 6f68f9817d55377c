package io.readthrough.store;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Attributes of items: what several items have, and how values are written and read.
final class Attributes {
  static final String REVISION = "revision";
  static final String AVAILABLE_AT = "available_at";
  static final String TIME = "time";
  static final String NOTE_ID = "note_id";
  static final String SCORE = "score";
  static final String TICKER = "ticker";

  private Attributes() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue number(double value) {
    return number(BigDecimal.valueOf(value));
  }

  static AttributeValue number(BigDecimal value) {
    return AttributeValue.fromN(value.toPlainString());
  }

  static void putText(Map<String, AttributeValue> item, String name, @Nullable String value) {
    if (value != null) {
      item.put(name, text(value));
    }
  }

  static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "an item of the table has no attribute '" + name + "': no version of this code wrote it");
    }
    return value;
  }

  static String string(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  static @Nullable String stringOrNull(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  static double decimal(Map<String, AttributeValue> item, String name) {
    return Double.parseDouble(attribute(item, name).n());
  }

  static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String spelled) {
    return Enum.valueOf(type, spelled.toUpperCase(Locale.ROOT));
  }
}
