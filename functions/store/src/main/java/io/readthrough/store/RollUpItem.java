package io.readthrough.store;

import static io.readthrough.store.Attributes.attribute;
import static io.readthrough.store.Attributes.number;
import static io.readthrough.store.Attributes.string;
import static io.readthrough.store.TableKeys.ROLL_UP_PREFIX;
import static io.readthrough.store.TableKeys.SK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Roll-ups as items of the table, and back.
final class RollUpItem {
  private RollUpItem() {}

  /// Reads a roll-up: its days that have notes.
  static Map<LocalDate, RollUp> rollUp(Map<String, AttributeValue> item) {
    YearMonth month = YearMonth.parse(string(item, SK).substring(ROLL_UP_PREFIX.length()));
    Map<LocalDate, RollUp> days = new HashMap<>();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      String prefix = dayPrefix(day);
      // A day whose notes all went keeps its counters, at 0.
      if (item.containsKey(prefix + "n") && !attribute(item, prefix + "n").n().equals("0")) {
        days.put(
            month.atDay(day),
            new RollUp(
                Long.parseLong(attribute(item, prefix + "n").n()),
                new BigDecimal(attribute(item, prefix + "sum").n()),
                new BigDecimal(attribute(item, prefix + "squares").n()),
                Long.parseLong(attribute(item, prefix + "positive").n()),
                Long.parseLong(attribute(item, prefix + "neutral").n()),
                Long.parseLong(attribute(item, prefix + "negative").n())));
      }
    }
    return days;
  }

  private static String dayPrefix(int day) {
    return "d%02d_".formatted(day);
  }

  /// What to add to which attribute of a roll-up: `d05_n`, `d05_sum`, `d05_squares`,
  /// `d05_positive`, `d05_neutral`, `d05_negative` for the fifth of the month.
  static Map<String, AttributeValue> counters(Map<Integer, RollUp> days) {
    Map<String, AttributeValue> counters = new TreeMap<>();
    days.forEach(
        (day, change) -> {
          String prefix = dayPrefix(day);
          counters.put(prefix + "n", number(change.notes()));
          counters.put(prefix + "sum", number(change.sum()));
          counters.put(prefix + "squares", number(change.squares()));
          counters.put(prefix + "positive", number(change.positive()));
          counters.put(prefix + "neutral", number(change.neutral()));
          counters.put(prefix + "negative", number(change.negative()));
        });
    return counters;
  }
}
