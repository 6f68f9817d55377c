package io.readthrough.core.score.target;

import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;

/// Tells the part that a mention plays in its clause, from the few words around it.
final class MentionRoles {
  /// How many words before "at Acme" the person may stand.
  private static final WordTable RATING_VERBS =
      WordTable.of("cuts raises starts initiates resumes rates reiterates maintains retains keeps");

  private static final WordTable RATINGS =
      WordTable.of("buy sell hold neutral outperform underperform overweight underweight");
  private static final int RATING_WINDOW = 6;
  private static final int PERSON_WINDOW = 8;

  /// People whose firm is named to say who they are: "an analyst at Orvel".
  private static final WordTable PEOPLE =
      WordTable.of(
          "analyst analysts strategist strategists economist economists manager managers director"
              + " head chief partner officer president chairman trader traders broker dealer"
              + " researcher founder executive ceo cfo cio vp md expert experts adviser advisor"
              + " consultant associate fellow professor spokesman spokeswoman spokesperson");

  private static final WordTable SAYING =
      WordTable.of(
          "said says say saying told tells added adds wrote writes noted notes reported estimates"
              + " estimated predicts predicted believes reckons thinks argues argued shows showed"
              + " showing published data survey poll commented");

  /// Public bodies and those who report on markets.
  private static final PhraseIndex BODIES = bodies();

  /// Words that only the names of public bodies end in.
  private static final WordTable BODY_ENDS =
      WordTable.of(
          "commission ministry treasury reserve department authority regulator government council"
              + " parliament court tribunal bureau agency administration association");

  /// Words before what another is compared with.
  static final WordTable COMPARING = WordTable.of("vs versus than against like unlike");

  private static PhraseIndex bodies() {
    PhraseIndex bodies = new PhraseIndex();
    for (String[] row : Rows.of(MentionRoles.class, "bodies.tsv", 2)) {
      Tokens name = Tokens.of(row[0]);
      bodies.add(name, 0, name.size(), 0);
    }
    return bodies;
  }

  private final Tokens tokens;
  private final Sentences sentences;
  private final Clauses clauses;

  MentionRoles(Tokens tokens, Sentences sentences, Clauses clauses) {
    this.tokens = tokens;
    this.sentences = sentences;
    this.clauses = clauses;
  }

  MentionRole of(NameMention mention) {
    int sentence = sentences.containing(mention.first());
    int first = sentences.first(sentence);
    int end = sentences.end(sentence);
    if (isSource(mention, first, end)) {
      return MentionRole.SOURCE;
    }
    if (isBody(mention)) {
      return MentionRole.BODY;
    }
    int after = afterBracket(mention.end(), end);
    if (after < end && PEOPLE.find(tokens, after) >= 0 && !isHead(after)) {
      return MentionRole.SOURCE;
    }
    if (after < end && (SAYING.find(tokens, after) >= 0 || saysAfterOne(after, end))) {
      return MentionRole.SPEAKER;
    }
    if (after < end && rates(mention.first() - 1, first, after, end)) {
      return MentionRole.SOURCE;
    }
    if (after < end && tokens.isMark(after, ':')) {
      return MentionRole.TOPIC;
    }
    if (mention.end() < end && tokens.is(mention.end(), TokenKind.CLITIC)) {
      return MentionRole.POSSESSOR;
    }
    int before = mention.first() - 1;
    if (before < first) {
      return MentionRole.SUBJECT;
    }
    if (isExample(before, first)) {
      return MentionRole.EXAMPLE;
    }
    if (COMPARING.find(tokens, before) >= 0) {
      return MentionRole.COMPARED;
    }
    WordClass left = WordClass.of(tokens, before);
    if (left == WordClass.DETERMINER && before > first) {
      left = WordClass.of(tokens, before - 1);
    }
    if (left == WordClass.PREPOSITION || left == WordClass.BY || left == WordClass.TO) {
      return MentionRole.OBLIQUE;
    }
    int clause = clauses.of(mention.first());
    int opens = clauses.first(clause);
    boolean leads = mention.first() - opens <= 2;
    return leads ? MentionRole.SUBJECT : MentionRole.OBJECT;
  }

  /// "Orvel Broking downgrades Acme", "after Orvel upgrade", "Orvel cuts to 'sell'": it passes a
  /// verdict on another name. Not "Acme upgrades its plant".
  private boolean rates(int before, int first, int after, int end) {
    if (tokens.is(after, "upgrades") || tokens.is(after, "downgrades")) {
      return after + 1 >= end || WordClass.of(tokens, after + 1) != WordClass.POSSESSIVE;
    }
    if (tokens.is(after, "upgrade") || tokens.is(after, "downgrade")) {
      return before >= first && WordClass.of(tokens, before) == WordClass.SUBORDINATOR;
    }
    if (RATING_VERBS.find(tokens, after) < 0) {
      return false;
    }
    for (int k = after + 1; k < Math.min(end, after + RATING_WINDOW); k++) {
      if (RATINGS.find(tokens, k) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isBody(NameMention mention) {
    long found = BODIES.find(tokens, mention.first());
    if (found != PhraseIndex.NONE && PhraseIndex.end(found) >= mention.end()) {
      return true;
    }
    int last = mention.end() - 1;
    return mention.end() - mention.first() > 1 && BODY_ENDS.find(tokens, last) >= 0;
  }

  /// "the Acme chief", who may lead it or leave it: what is said of him is said of it.
  private boolean isHead(int i) {
    return tokens.is(i, "chief")
        || tokens.is(i, "ceo")
        || tokens.is(i, "chairman")
        || tokens.is(i, "founder")
        || tokens.is(i, "president");
  }

  /// "including Acme", "such as Acme".
  private boolean isExample(int before, int first) {
    return tokens.is(before, "including")
        || tokens.is(before, "includes")
        || (tokens.is(before, "as") && before > first && tokens.is(before - 1, "such"));
  }

  /// The token after a bracket that follows a name, as "Acme <ACM.N>" and "Acme (ACM)" have it.
  private int afterBracket(int i, int end) {
    if (i < end && (tokens.isMark(i, '(') || tokens.isMark(i, '<'))) {
      for (int k = i + 1; k < Math.min(end, i + 8); k++) {
        if (tokens.isMark(k, ')') || tokens.isMark(k, '>')) {
          return k + 1;
        }
      }
    }
    return i;
  }

  /// "Acme also said", "Acme on Tuesday said".
  private boolean saysAfterOne(int i, int end) {
    for (int k = i + 1; k < Math.min(end, i + 3); k++) {
      if (tokens.is(k, "said") || tokens.is(k, "says") || tokens.is(k, "told")) {
        return true;
      }
    }
    return false;
  }

  private boolean isSource(NameMention mention, int first, int end) {
    int before = mention.first() - 1;
    if (before < first) {
      return false;
    }
    if (mention.first() > first + 1 && isTail(mention.end(), end) && followsColon(first, before)) {
      return true;
    }
    if (tokens.is(before, "says") || tokens.is(before, "said") || tokens.is(before, "via")) {
      return true;
    }
    if (before > first && tokens.is(before, "to") && tokens.is(before - 1, "according")) {
      return true;
    }
    boolean belongs =
        tokens.is(before, "at")
            || tokens.is(before, "of")
            || tokens.is(before, "with")
            || tokens.is(before, "for")
            || tokens.is(before, "from");
    if (belongs || tokens.isMark(before, ',')) {
      for (int k = before - 1; k >= Math.max(first, before - PERSON_WINDOW); k--) {
        if (PEOPLE.find(tokens, k) >= 0) {
          return belongs || k == before - 1;
        }
        if (belongs && tokens.isMark(k, ',') && !tokens.is(before, "at")) {
          return false;
        }
      }
    }
    return false;
  }

  /// Nothing but a mark is left of the sentence.
  private boolean isTail(int i, int end) {
    return i >= end || (i == end - 1 && tokens.is(i, TokenKind.PUNCTUATION));
  }

  /// The last colon stands before the name with nothing but names and commas between: ": Acme", ":
  /// Jane Doe, Acme".
  private boolean followsColon(int first, int before) {
    for (int k = before; k > first; k--) {
      if (tokens.isMark(k, ':')) {
        return true;
      }
      boolean name =
          tokens.isMark(k, ',')
              || tokens.isMark(k, '.')
              || tokens.isMark(k, '&')
              || (tokens.is(k, TokenKind.WORD) && tokens.capitalised(k));
      if (!name) {
        return false;
      }
    }
    return false;
  }
}
