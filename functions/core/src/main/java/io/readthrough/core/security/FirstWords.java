package io.readthrough.core.security;

import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows by the words that their names begin with. The rows of a word are a group; groups are
/// numbered in the order in which their words came.
final class FirstWords {
  /// Stands for no group.
  static final int NONE = WordTable.ABSENT;

  private static final String ARTICLE = "the";

  /// A longer word is one whatever follows the blank behind it; "Rs 500" is money.
  private static final int LONGEST_UNCLEAR = 3;

  private final WordTable words;

  /// For each group its last entry.
  private int[] lasts;

  /// For each entry its row and the entry before it in its group, or [#NONE], side by side.
  private int[] entries;

  private int entryCount;

  /// @param rows how many there are, most of which have names that begin with one word
  FirstWords(int rows) {
    words = WordTable.withRoomFor(rows);
    lasts = new int[rows + 1];
    entries = new int[2 * rows + 2];
  }

  /// Adds a name of `row` that begins with `word`, and answers its group. Rows come in order.
  int add(String word, int row) {
    int groupCount = words.size();
    int group = words.add(word, groupCount);
    boolean first = group == groupCount;
    if (first && group == lasts.length) {
      lasts = Arrays.copyOf(lasts, 2 * group);
    }
    if (first || entries[2 * lasts[group]] != row) {
      if (2 * entryCount == entries.length) {
        entries = Arrays.copyOf(entries, 4 * entryCount);
      }
      entries[2 * entryCount] = row;
      entries[2 * entryCount + 1] = first ? NONE : lasts[group];
      lasts[group] = entryCount++;
    }
    return group;
  }

  /// How many groups there are.
  int size() {
    return words.size();
  }

  /// The group of the names that begin with `word`, or [#NONE].
  int find(String word) {
    return words.find(word);
  }

  /// The group of the names that begin with token `i`, or [#NONE].
  int find(Tokens tokens, int i) {
    return words.find(tokens, i);
  }

  /// The rows of a group, in order.
  int[] rows(int group) {
    return IntStream.iterate(lasts[group], entry -> entry != NONE, entry -> entries[2 * entry + 1])
        .map(entry -> entries[2 * entry])
        .sorted()
        .toArray();
  }

  /// The first token of `name`, folded; null when it has none.
  static @Nullable String of(String name) {
    String plain = plainWord(name, 0);
    if (plain != null) {
      return plain;
    }
    Tokens tokens = Tokens.of(name);
    return tokens.size() == 0 ? null : tokens.folded(0);
  }

  /// The first token of a legal name after the article, folded; null when it has none.
  static @Nullable String ofLegalName(String name) {
    String plain = plainWord(name, 0);
    if (ARTICLE.equals(plain) && ARTICLE.length() < name.length()) {
      plain = plainWord(name, ARTICLE.length() + 1);
    }
    if (plain != null) {
      return plain;
    }
    NameTokens cut = NameTokens.of(List.of(name));
    int from = cut.fromAfterArticle(0);
    return from == cut.to(0) ? null : cut.tokens().folded(from);
  }

  /// The letters and digits from `start` on, in lower case, where they surely are a token; else
  /// null. They are in most names, of which nothing else need be looked at then.
  private static @Nullable String plainWord(String name, int start) {
    if (start == name.length() || !isLetter(name.charAt(start))) {
      return null;
    }
    int end = start + 1;
    while (end < name.length() && isLetterOrDigit(name.charAt(end))) {
      end++;
    }
    return isClear(name, end, end - start > LONGEST_UNCLEAR)
        ? name.substring(start, end).toLowerCase(Locale.ROOT)
        : null;
  }

  private static boolean isClear(String name, int end, boolean isLong) {
    if (end == name.length()) {
      return true;
    }
    char next = name.charAt(end);
    boolean letterAfter = end + 1 < name.length() && isLetter(name.charAt(end + 1));
    return next == ' ' ? isLong || letterAfter : isLong && (next == ',' || next == '-');
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
