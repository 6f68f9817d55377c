package io.readthrough.parse.mail;

import io.readthrough.parse.extract.Block;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.ExtractedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells what of a mail's text is new: earlier mails below it are its history, and what stands
/// under its last words is its signature.
///
/// A forwarded mail is the other way round: its history is what it is sent for. So is that of a
/// mail that says less than [#MIN_WORDS] words by itself.
final class Conversation {
  private static final int MIN_WORDS = 25;

  /// A signature has no more blocks, and they are short.
  private static final int MAX_SIGNATURE = 10;

  private static final int MAX_SIGNATURE_LINE = 120;
  private static final int HEAD = 400;

  private static final Pattern DELIMITER =
      Pattern.compile(
          "(?i)-{2,}\\s?(?:original|forwarded) (?:message|appointment)\\s?-{2,}.*"
              + "|begin forwarded message:|_{20,}"
              + "|-{5,}\\s?(?:ursprüngliche nachricht|message d'origine)\\s?-{5,}",
          Pattern.DOTALL);
  private static final Pattern WROTE =
      Pattern.compile("(?i)(?:on|am|le) .{5,200}(?:wrote|schrieb|a écrit)\\s?:", Pattern.DOTALL);
  private static final Pattern HEADERS =
      Pattern.compile(
          "(?i)\\*?(?:from|von|de)\\s?:\\*?"
              + " .{1,200}?\\s\\*?(?:sent|date|gesendet|to|subject)\\s?:.*",
          Pattern.DOTALL);
  private static final Pattern FROM = Pattern.compile("(?i)\\*?(?:from|von)\\s?:\\*? \\S.*");
  private static final Pattern SENT =
      Pattern.compile("(?i)\\*?(?:sent|date|gesendet|datum)\\s?:\\*? \\S.*");
  private static final Pattern HEADER_LINE =
      Pattern.compile("(?i)\\*?(?:from|sent|date|to|cc|subject|reply-to)\\s?:.*", Pattern.DOTALL);
  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "(?i)--|(?:(?:kind|best|warm|many|with kind)\\s)?(?:regards|wishes|thanks)[,.]?|best,?"
              + "|thanks,?|cheers,?|sincerely,?|yours (?:sincerely|faithfully|truly),?");
  private static final Pattern SIGNATURE_MARK =
      Pattern.compile("(?i)--(?:\\s.*)?|sent from my \\S.*", Pattern.DOTALL);

  private Conversation() {}

  /// The blocks of a mail, those of history and signature marked as such.
  static List<Block> marked(ExtractedDocument document, boolean forwarded) {
    List<Block> blocks = new ArrayList<>(document.blocks());
    int history = history(document);
    boolean forTheOldOne = history >= 0 && (forwarded || words(document, history) < MIN_WORDS);
    int end = history < 0 || forTheOldOne ? blocks.size() : history;
    for (int i = end; i < blocks.size(); i++) {
      mark(blocks, i, Kind.HISTORY);
    }
    if (forTheOldOne) {
      // Its own words and the old one's headers: neither speaks of a security.
      for (int i = history; i < blocks.size() && isHeader(head(document, i)); i++) {
        mark(blocks, i, Kind.SIGNATURE);
      }
    }
    for (int i = 0; i < end; i++) {
      if (blocks.get(i).kind() == Kind.QUOTE && head(document, i).startsWith(">")) {
        mark(blocks, i, Kind.HISTORY);
      }
    }
    markSignature(document, blocks, forTheOldOne ? history : end);
    return blocks;
  }

  private static void mark(List<Block> blocks, int i, Kind kind) {
    Block block = blocks.get(i);
    blocks.set(i, new Block(kind, 0, block.span(), block.page()));
  }

  private static int history(ExtractedDocument document) {
    for (int i = 1; i < document.blocks().size(); i++) {
      String head = head(document, i);
      boolean fromThenSent =
          FROM.matcher(head).matches()
              && i + 1 < document.blocks().size()
              && SENT.matcher(head(document, i + 1)).lookingAt();
      if (DELIMITER.matcher(head).matches()
          || WROTE.matcher(head).matches()
          || HEADERS.matcher(head).matches()
          || fromThenSent) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isHeader(String head) {
    return DELIMITER.matcher(head).matches()
        || WROTE.matcher(head).matches()
        || HEADER_LINE.matcher(head).matches();
  }

  private static void markSignature(ExtractedDocument document, List<Block> blocks, int end) {
    for (int i = Math.max(1, end - MAX_SIGNATURE); i < end; i++) {
      String head = head(document, i);
      if (SIGNATURE_MARK.matcher(head).matches()
          || (SIGN_OFF.matcher(head.lines().findFirst().orElse("").strip()).matches()
              && isShort(blocks, i, end))) {
        for (int j = i; j < end; j++) {
          mark(blocks, j, Kind.SIGNATURE);
        }
        return;
      }
    }
  }

  private static boolean isShort(List<Block> blocks, int from, int end) {
    return blocks.subList(from, end).stream()
        .allMatch(block -> block.span().length() <= MAX_SIGNATURE_LINE);
  }

  private static String head(ExtractedDocument document, int i) {
    String text = document.blocks().get(i).span().of(document.text());
    return text.substring(0, Math.min(text.length(), HEAD)).strip();
  }

  private static int words(ExtractedDocument document, int end) {
    int words = 0;
    for (int i = 1; i < end; i++) {
      words += head(document, i).split("\\s+", -1).length;
    }
    return words;
  }
}
