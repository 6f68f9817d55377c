package io.readthrough.core.text;

/// The closed classes of English words, which tell how the words between two expressions bind them.
public enum WordClass {
  /// "the", "a", "this", "no".
  DETERMINER,
  /// "its", "our".
  POSSESSIVE,
  /// "it", "we", "who".
  PRONOUN,
  /// "of", "in", "at": links a noun to the next.
  PREPOSITION,
  /// "by".
  BY,
  /// "to".
  TO,
  /// "than".
  THAN,
  /// "and", "or".
  COORDINATOR,
  /// "as", "after", "because": opens a clause that explains.
  SUBORDINATOR,
  /// "which", "that".
  RELATIVE,
  /// "is", "was", "been", "get", "remain", "look".
  BE,
  /// "has", "had".
  HAVE,
  /// "will", "could".
  MODAL,
  /// "do", "did".
  DO,
  /// "very", "also", "again", "further".
  ADVERB,
  /// Any other word.
  OPEN,
  /// No word: a figure, a mark, a link.
  NONE;

  private static final WordTable FINITE = WordTable.of("is are was were");
  private static final WordTable TABLE = new WordTable();
  private static final WordClass[] CLASSES = values();

  static {
    add(DETERMINER, "the a an this these those some any each every another all both such no");
    add(POSSESSIVE, "its our their his her my your whose");
    add(PRONOUN, "it they we he she you i them us itself themselves there who what nothing");
    add(
        PREPOSITION,
        "of in on at for from with over about around into across through under against between "
            + "within toward towards per near behind above below among during via upon onto like "
            + "vs versus amid amidst despite without off out up down");
    add(BY, "by");
    add(TO, "to");
    add(THAN, "than");
    add(COORDINATOR, "and or nor & plus");
    add(
        SUBORDINATOR,
        "as after before because since when while whilst although though if unless until once "
            + "whereas so where why how whether but yet however following");
    add(RELATIVE, "which that");
    add(
        BE,
        "is are was were be been being am 's get gets got getting gotten remain remains remained "
            + "become becomes became look looks looked seem seems seemed appear appears appeared "
            + "stay stays stayed stand stands stood turn turns turned keep keeps kept feel feels "
            + "end ends ended close closes closed open opens opened trade trades traded trading "
            + "settle settled finish finished come comes came go goes went isn't wasn't aren't "
            + "weren't");
    add(HAVE, "has have had having hasn't haven't hadn't");
    add(
        MODAL,
        "will would could can may might should shall must won't wouldn't couldn't can't "
            + "shouldn't cannot");
    add(DO, "do does did don't doesn't didn't");
    add(
        ADVERB,
        "not also again still further even only just now then too very more most much less least "
            + "already almost nearly about roughly approximately sharply slightly never ever "
            + "so well far once here today yesterday");
  }

  /// The class of token `i`.
  public static WordClass of(Tokens tokens, int i) {
    return tokens.wordClass(i);
  }

  /// Looks up the class of token `i`.
  static WordClass find(Tokens tokens, int i) {
    return switch (tokens.kind(i)) {
      case WORD, CLITIC, SYMBOL -> {
        int found = TABLE.find(tokens, i);
        yield found >= 0 ? CLASSES[found] : OPEN;
      }
      case NUMBER,
          MONEY,
          PERCENT,
          BASIS_POINTS,
          MULTIPLE,
          RANGE,
          PERIOD,
          CASHTAG,
          HASHTAG,
          HANDLE,
          LINK,
          EMOJI,
          PUNCTUATION ->
          NONE;
    };
  }

  /// Whether token `i` is an auxiliary that a subject goes with: "is", "has", "should", "did".
  public static boolean isAuxiliary(Tokens tokens, int i) {
    WordClass found = of(tokens, i);
    return found == MODAL
        || found == HAVE
        || found == DO
        || (found == BE && FINITE.find(tokens, i) >= 0);
  }

  private static void add(WordClass wordClass, String words) {
    int index = index(wordClass);
    for (String word : words.split(" ", -1)) {
      TABLE.add(word, index);
    }
  }

  private static int index(WordClass wordClass) {
    return java.util.Arrays.asList(values()).indexOf(wordClass);
  }
}
