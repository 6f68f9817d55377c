package io.readthrough.core.score.stance;

import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Finds the ratings and positions that a note's author takes. The name of a rating counts only
/// where something says that it is his: he speaks of himself, a label or a price target stands by
/// it, or a heading moves it. What others rate, and what the rating was before, is not his.
public final class StanceFinder {
  /// How many tokens before a rating its author may speak of himself.
  private static final int REACH = 14;

  private static final int LABEL_REACH = 5;
  private static final int WISH_REACH = 6;

  /// How many mentions before a rating are looked at, so that a list of ten thousand costs no more
  /// than its length.
  private static final int MOST_MENTIONS = 12;

  private static final int LONGEST_ROW = 40;

  /// How many tokens may stand before the colon that a rating alone follows.
  private static final int LONGEST_HEAD = 10;

  /// Something is in no bracket.
  private static final int OUTSIDE = -2;

  /// How far a name may stand after its rating: "short the Acme 2034s".
  private static final int OBJECT_REACH = 4;

  private static final WordTable AUTHOR = WordTable.of("we our i us i'm we're i'd we'd");
  private static final WordTable LABELS =
      WordTable.of("rating recommendation stance view position rated rate call");
  private static final WordTable MOVES =
      WordTable.of(
          "upgrade upgraded upgrading downgrade downgraded downgrading initiate initiated"
              + " initiating initiation reinitiate reinitiated reinitiating reiterate reiterated"
              + " maintain maintained resume resumed move moving stay remain keep cut raise raised"
              + " lower lowered lift lifted step stepping go going raising cutting lowering lifting"
              + " reiterating maintaining resuming keeping staying");
  private static final WordTable CHANGES =
      WordTable.of(
          "upgrade upgraded upgrading downgrade downgraded downgrading move moved moving cut"
              + " cutting lower lowered lowering raise raised raising lift lifted lifting step"
              + " stepped stepping go goes going went");
  private static final WordTable HOLDS =
      WordTable.of("are am i'm we're stay remain keep go went be still is rate rated");
  private static final WordTable WISHES =
      RatingWords.signs("own buy accumulate", "sell short avoid trim", "hold");

  /// What makes a wish one for another day.
  private static final WordTable ELSEWHEN =
      WordTable.of("below under if above over near when once unless until at to");

  /// What makes a rating one that he would have in another case.
  private static final WordTable IN_CASE =
      WordTable.of("would could might should if unless were when reluctant");

  /// What a sentence can open with that tells readers what to do.
  private static final WordTable ORDERS =
      RatingWords.signs("buy add own accumulate", "sell short avoid trim reduce exit", "hold");

  private static final WordTable IF = WordTable.of("if below under unless once when above");

  private static final WordTable OWNS = WordTable.of("own hold bought added");

  /// What follows a rating that stays.
  private static final WordTable KEPT =
      WordTable.of("kept maintained reiterated retained unchanged");

  /// What is told of a rating that was: "our Hold rested on the old contracts".
  private static final WordTable PAST = WordTable.of("rested was had reflected assumed proved");

  private static final WordTable STAYS = WordTable.of("stays remains");

  private static final WordTable COMPARING = WordTable.of("against versus vs than unlike");
  private static final int COMPARED_REACH = 4;

  /// How many sentences after the one that a name opens it is still what a paragraph speaks of.
  private static final int TOPIC_REACH = 2;

  /// How many tokens may stand before a name that opens a sentence: "For Acme, …", "– Acme".
  private static final int OPENING = 2;

  private static final WordTable FORMERLY =
      WordTable.of("from was were previously old prior formerly not never n't than nor");
  private static final WordTable NOT_SIDES =
      WordTable.of(
          "of term run way time enough on by interest dated cycle tail haul lived sellers");
  private static final WordTable TARGETS =
      WordTable.of("target targets objective tp pt value reiterated unchanged");

  /// What a stance may start with; at most words of a text one look-up tells that nothing does.
  private static final WordTable FIRST = WordTable.union(RatingWords.FIRST, WISHES, ORDERS, OWNS);

  private final Tokens tokens;
  private final Sentences sentences;
  private final Clauses clauses;
  private final List<NameMention> mentions;
  private final IntPredicate isSubject;
  private final int subject;

  /// What the paragraph speaks of, and the sentence that named it.
  private int topic = TargetAssigner.NOBODY;

  private int topicSentence;

  private StanceFinder(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      List<NameMention> mentions,
      IntPredicate isSubject,
      int subject) {
    this.tokens = tokens;
    this.sentences = sentences;
    this.clauses = clauses;
    this.mentions = mentions;
    this.isSubject = isSubject;
    this.subject = subject;
  }

  /// The stances of a note, in the order of its text. Linear.
  ///
  /// @param isSubject whether the note is about a name
  /// @param subject the name that it is most about, or [TargetAssigner#NOBODY]
  public static List<Stance> find(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      List<NameMention> mentions,
      IntPredicate isSubject,
      int subject) {
    return new StanceFinder(tokens, sentences, clauses, mentions, isSubject, subject).find();
  }

  private List<Stance> find() {
    List<Stance> stances = new ArrayList<>();
    int next = 0;
    for (int s = 0; s < sentences.size(); s++) {
      int to = sentences.end(s);
      int end = 0;
      boolean side = false;
      next = firstFrom(sentences.first(s), next);
      topic(s, next);
      for (int i = sentences.first(s); i < to; i++) {
        if (FIRST.find(tokens, i) == WordTable.ABSENT) {
          continue;
        }
        next = firstFrom(i, next);
        boolean named =
            next < mentions.size()
                && mentions.get(next).first() <= i
                && !isInBracket(mentions.get(next), i);
        int wish = named ? 0 : wish(sentences.first(s), to, i);
        if (wish != 0 && !isUnknownObject(i + 1, to, next)) {
          add(nameOf(s, i, i + 1, next), i, i + 1, s, wish, Stance.Kind.POSITION, stances);
        }
        int order = named || wish != 0 ? 0 : order(sentences.first(s), to, i, next);
        if (order != 0) {
          add(nameOf(s, i, i + 1, next), i, i + 1, s, order, Stance.Kind.POSITION, stances);
          continue;
        }
        int sign = named || wish != 0 ? RatingWords.NONE : RatingWords.sign(tokens, i, to);
        if (sign == RatingWords.NONE && !named && isShort(sentences.first(s), to, i, next)) {
          sign = RatingWords.shortSign(tokens, i, sentences.first(s), to);
        }
        if (sign == RatingWords.NONE) {
          continue;
        }
        int last = end;
        end = RatingWords.end(tokens, i, to);
        boolean former = last > 0 && i - last <= 1 && tokens.isMark(i - 1, '(');
        boolean held = RatingWords.isSide(tokens, i);
        // "We are long Acme and short Orvel."
        boolean paired = held && side && (isNamed(end, next) || isHedged(end, to, next));
        boolean brief = isShort(sentences.first(s), to, i, next);
        if (!former && (paired || brief || isTaken(s, i, end, next))) {
          side |= held;
          Stance.Kind kind = held ? Stance.Kind.POSITION : kind(sentences.first(s), to, i, end);
          int first = directlyBefore(sentences.first(s), i, next);
          if (first < 0) {
            add(nameOf(s, i, end, next), i, end, s, sign, kind, stances);
          }
          for (int m = first; m >= 0 && m < mentions.size() && mentions.get(m).first() < i; m++) {
            add(mentions.get(m).name(), i, end, s, sign, kind, stances);
          }
        }
        i = end - 1;
      }
    }
    return stances;
  }

  /// The first mention from `next` on that does not end before token `i`.
  private int firstFrom(int i, int next) {
    int m = next;
    while (m < mentions.size() && mentions.get(m).end() <= i) {
      m++;
    }
    return m;
  }

  /// Keeps what the paragraph speaks of: the name that opened a sentence last.
  ///
  /// @param next the first mention that does not end before the sentence
  private void topic(int sentence, int next) {
    int first = sentences.first(sentence);
    boolean opens = sentence == 0 || tokens.paragraphBefore(first) || tokens.lineBefore(first);
    if (opens) {
      topic = TargetAssigner.NOBODY;
    }
    int m = next;
    while (m < mentions.size() && mentions.get(m).first() < first) {
      m++;
    }
    if (m < mentions.size()
        && mentions.get(m).first() < sentences.end(sentence)
        && (mentions.get(m).first() - first <= OPENING
            || tokens.isMark(mentions.get(m).first() - 1, ':'))) {
      topic = mentions.get(m).name();
      topicSentence = sentence;
    }
  }

  /// Whether token `i` stands in a bracket that belongs to a name: "Acme (ACM, OW)".
  private boolean isInBracket(NameMention mention, int i) {
    for (int k = mention.first(); k < i; k++) {
      if (tokens.isMark(k, '(')) {
        return true;
      }
    }
    return false;
  }

  /// "short 1.10 Acme": how many of it go with the other side.
  private boolean isHedged(int end, int to, int next) {
    return end + 1 < to && tokens.kind(end).isFigure() && isNamed(end + 1, next);
  }

  /// "Acme (ACM, OW)".
  private boolean isShort(int from, int to, int i, int next) {
    return RatingWords.shortSign(tokens, i, from, to) != RatingWords.NONE
        && bracketed(from, i, next);
  }

  /// The first of the names that stand right before "to Buy" or "at Buy", or -1: "cut Acme and
  /// Orvel to Hold".
  private int directlyBefore(int from, int i, int next) {
    if (i <= from || !(tokens.is(i - 1, "to") || tokens.is(i - 1, "at"))) {
      return -1;
    }
    int first = -1;
    int end = i - 1;
    for (int m = Math.min(next, mentions.size()) - 1;
        m >= Math.max(0, next - MOST_MENTIONS) && mentions.get(m).first() >= from;
        m--) {
      boolean joins = mentions.get(m).end() <= end;
      for (int k = mentions.get(m).end(); k < end && joins; k++) {
        joins =
            first >= 0
                && (tokens.isMark(k, ',') || WordClass.of(tokens, k) == WordClass.COORDINATOR);
      }
      if (!joins) {
        break;
      }
      first = m;
      end = mentions.get(m).first();
    }
    return first;
  }

  /// +1 or -1 where a sentence opens with an order, "Trim Acme to 1%", or tells what the author
  /// holds, "we own Acme"; else 0.
  private int order(int from, int to, int i, int next) {
    boolean named = isNamed(i + 1, next) || isNamed(i + 1, next + 1);
    if (i == from && named && tokens.capitalised(i)) {
      int found = ORDERS.find(tokens, i);
      for (int k = i + 1; found >= 0 && k < Math.min(to, i + REACH); k++) {
        found = IF.find(tokens, k) >= 0 ? -1 : found;
      }
      return found < 0 ? 0 : found - 1;
    }
    boolean his = i > from && (tokens.is(i - 1, "we") || tokens.is(i - 1, "i"));
    return his && named && OWNS.find(tokens, i) >= 0 ? 1 : 0;
  }

  /// "I'd short TEL against it", where nobody knows who that is.
  private boolean isUnknownObject(int i, int to, int next) {
    return i < to && tokens.capitalised(i) && !isNamed(i, next);
  }

  private boolean isNamed(int i, int next) {
    return next < mentions.size() && mentions.get(next).first() == i;
  }

  private static void add(
      int name,
      int first,
      int end,
      int sentence,
      int sign,
      Stance.Kind kind,
      List<Stance> stances) {
    if (name != TargetAssigner.NOBODY) {
      stances.add(new Stance(name, first, end, sentence, sign, kind));
    }
  }

  /// +1 or -1 when the author says at token `i` what he would do: "I would not own it", "we'd sell
  /// into the event"; 0 when he says nothing of the kind, or only at another price.
  private int wish(int from, int to, int i) {
    int found = WISHES.find(tokens, i);
    boolean rates = i > from && (tokens.is(i - 1, "at") || tokens.is(i - 1, "to"));
    if (found < 0 || (rates && tokens.capitalised(i))) {
      return 0;
    }
    boolean would = false;
    boolean author = false;
    int sign = found - 1;
    int clause = clauses.of(i);
    for (int k = i - 1; k >= Math.max(from, i - WISH_REACH) && k >= subjectFrom(clause); k--) {
      if (tokens.is(k, "not") || tokens.is(k, "n't")) {
        sign = -sign;
      } else if (tokens.is(k, "i'd") || tokens.is(k, "we'd")) {
        author = true;
        break;
      } else if (tokens.is(k, "would")) {
        would = true;
      } else if (AUTHOR.find(tokens, k) >= 0 && would) {
        author = true;
        break;
      }
    }
    boolean denied = sign != found - 1;
    for (int k = i + 1; author && k < Math.min(to, i + REACH) && clauses.of(k) == clause; k++) {
      author = denied || ELSEWHEN.find(tokens, k) < 0;
    }
    for (int k = i - 1; author && k >= Math.max(from, i - LONGEST_ROW); k--) {
      author = !tokens.is(k, "if") && !tokens.is(k, "unless");
    }
    if (i + 2 < to && tokens.is(i + 1, "the") && tokens.kind(i + 2).isFigure()) {
      // "We would not own the 40%"
      author = false;
    }
    return author ? sign : 0;
  }

  /// Where the subject of a clause may stand: in the one before it, of which it is the second verb,
  /// "I admire it and would not own it".
  private int subjectFrom(int clause) {
    boolean second = WordClass.of(tokens, clauses.first(clause)) == WordClass.COORDINATOR;
    return clauses.first(second && clause > 0 ? clause - 1 : clause);
  }

  /// Whether the rating at token `i` is one that the author takes here.
  private boolean isTaken(int sentence, int i, int end, int next) {
    int from = sentences.first(sentence);
    int to = sentences.end(sentence);
    if (i > from
        && (FORMERLY.find(tokens, i - 1) >= 0
            || (i - 1 > from && FORMERLY.find(tokens, i - 2) >= 0)
            || isInCase(from, i))) {
      return false;
    }
    if (RatingWords.isSide(tokens, i)) {
      boolean other = end < to && (NOT_SIDES.find(tokens, end) >= 0 || tokens.joined(end));
      boolean held = i > from && HOLDS.find(tokens, i - 1) >= 0 && spokenByAuthor(from, i);
      return !other && (held || headed(from, i, end, next));
    }
    if ((end < to && PAST.find(tokens, end) >= 0) || isOfIndustry(from, i)) {
      return false;
    }
    boolean written = tokens.capitalised(i) && (i > from || endsThere(end, to));
    if (!written && !RatingWords.isPosition(tokens, i, to)) {
      return false;
    }
    if (written && (isKept(from, i, end, to) || staysWith(from, i, next))) {
      return true;
    }
    return spokenByAuthor(from, i)
        || labelled(from, i)
        || moved(from, i)
        || (written
            && (isAlone(from, to, i, end)
                || isToldAfterColon(from, to, i, end)
                || besideTarget(from, to, i)
                || bracketed(from, i, next)
                || isCell(from, to, i, end)));
  }

  /// "Industry view: Neutral" is of no name.
  private boolean isOfIndustry(int from, int i) {
    for (int k = i - 1; k > Math.max(from, i - LABEL_REACH); k--) {
      if (LABELS.find(tokens, k) >= 0
          && (tokens.is(k - 1, "industry") || tokens.is(k - 1, "sector"))) {
        return true;
      }
    }
    return false;
  }

  /// "Neutral kept", "Our preferred stock, Outperform."
  private boolean isKept(int from, int i, int end, int to) {
    boolean last = end >= to || (end == to - 1 && tokens.isMark(end, '.'));
    boolean after = i > from && tokens.isMark(i - 1, ',');
    return (end < to && KEPT.find(tokens, end) >= 0)
        || (last && after && (tokens.is(from, "our") || tokens.is(from, "my")));
  }

  /// "Acme stays Buy".
  private boolean staysWith(int from, int i, int next) {
    boolean stays = i > from + 1 && STAYS.find(tokens, i - 1) >= 0;
    NameMention before = stays ? before(i, next) : null;
    return before != null && before.end() >= i - 2 && before.first() >= from;
  }

  /// "We would be at Sell", "would move us to Buy", "of an Outperform we ask 12%".
  private boolean isInCase(int from, int i) {
    int clause = clauses.of(i);
    for (int k = i - 1; k >= Math.max(from, i - REACH) && clauses.of(k) == clause; k--) {
      if (IN_CASE.find(tokens, k) >= 0) {
        return true;
      }
    }
    return i - from >= 2
        && tokens.is(i - 2, "of")
        && (tokens.is(i - 1, "a") || tokens.is(i - 1, "an"));
  }

  /// "Pair idea: long Acme / short Orvel".
  private boolean headed(int from, int i, int end, int next) {
    boolean opens = i == from || tokens.kind(i - 1) != TokenKind.WORD;
    return opens && isNamed(end, next);
  }

  /// "Outperform.": a sentence that is a rating and no more.
  private boolean isAlone(int from, int to, int i, int end) {
    return i == from && (end == to || (end == to - 1 && tokens.is(end, TokenKind.PUNCTUATION)));
  }

  /// "Class A shares (ACM): Hold."
  private boolean isToldAfterColon(int from, int to, int i, int end) {
    boolean last = end >= to || (end == to - 1 && tokens.is(end, TokenKind.PUNCTUATION));
    return last && i > from && tokens.isMark(i - 1, ':') && i - from <= LONGEST_HEAD;
  }

  /// Whether the rating is a cell of a table's row: figures or bars follow it, or it ends the row
  /// after one.
  private boolean isCell(int from, int to, int i, int end) {
    boolean after =
        end < to
            && (tokens.kind(end).isFigure()
                || tokens.isMark(end, '|')
                || (tokens.isMark(end, '(')
                    && end + 1 < to
                    && FORMERLY.find(tokens, end + 1) >= 0));
    boolean opens = tokens.lineBefore(i) && tokens.isMark(Math.min(end, to - 1), '|');
    boolean before =
        opens
            || (i > from
                && (tokens.isMark(i - 1, '|')
                    || tokens.isMark(i - 1, ')')
                    || tokens.capitalised(i - 1)));
    boolean last =
        i > from
            && (end >= to || tokens.lineBefore(end))
            && (tokens.isMark(i - 1, '|') || tokens.kind(i - 1).isFigure());
    return (after && before) || last;
  }

  /// Whether nothing of a sentence follows: "Hold (unchanged)", "Buy | target 12".
  private boolean endsThere(int end, int to) {
    return end >= to
        || tokens.kind(end) != TokenKind.WORD
        || TARGETS.find(tokens, end) >= 0
        || KEPT.find(tokens, end) >= 0;
  }

  private boolean spokenByAuthor(int from, int i) {
    int first = Math.max(Math.max(from, i - REACH), subjectFrom(clauses.of(i)));
    for (int k = i - 1; k >= first; k--) {
      if (tokens.is(k, "ratings")) {
        // "62% of our ratings are Buy"
        return false;
      }
      if (AUTHOR.find(tokens, k) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean labelled(int from, int i) {
    for (int k = i - 1; k >= Math.max(from, i - LABEL_REACH); k--) {
      if (LABELS.find(tokens, k) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether the rating is a new one: "Downgrade to Hold", "Hold (from Buy)", "Hold (Buy)".
  private Stance.Kind kind(int from, int to, int i, int end) {
    for (int k = i - 1; k >= Math.max(from, i - LABEL_REACH); k--) {
      if (CHANGES.find(tokens, k) >= 0) {
        return Stance.Kind.MOVED;
      }
    }
    int first = end;
    while (first < Math.min(to, end + 2)
        && (tokens.isMark(first, '(') || tokens.is(first, "from"))) {
      first++;
    }
    boolean former =
        first > end
            && first < to
            && RatingWords.sign(tokens, first, to) != RatingWords.NONE
            && RatingWords.sign(tokens, first, to) != RatingWords.sign(tokens, i, to);
    return former ? Stance.Kind.MOVED : Stance.Kind.RATING;
  }

  /// "Upgrade to Buy", "Ford – stay Underweight": a heading without a subject.
  private boolean moved(int from, int i) {
    for (int k = i - 1; k >= Math.max(from, i - LABEL_REACH); k--) {
      boolean opens = k == from || tokens.kind(k - 1) != TokenKind.WORD;
      if (MOVES.find(tokens, k) >= 0) {
        return opens;
      }
      if (opens && isUpOrDown(k)) {
        return true;
      }
    }
    return false;
  }

  /// "UP to Outperform", in the place of a verb.
  private boolean isUpOrDown(int k) {
    return (tokens.is(k, "up") || tokens.is(k, "down")) && tokens.is(k + 1, "to");
  }

  /// "Overweight, price target $195": where the note's masthead gives both.
  private boolean besideTarget(int from, int to, int i) {
    boolean opens = i == from || tokens.kind(i - 1) != TokenKind.WORD || tokens.lineBefore(i);
    if (!opens) {
      return false;
    }
    for (int k = Math.max(from, i - REACH); k < Math.min(to, i + REACH); k++) {
      if (TARGETS.find(tokens, k) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// "Acme (Buy)", "Acme (ACM, Overweight)".
  private boolean bracketed(int from, int i, int next) {
    for (int k = i - 1; k >= Math.max(from, i - LABEL_REACH); k--) {
      if (tokens.isMark(k, '(')) {
        NameMention before = before(k, next);
        return before != null && before.end() >= k - 1;
      }
    }
    return false;
  }

  private @Nullable NameMention before(int token, int next) {
    for (int m = Math.min(next, mentions.size() - 1); m >= 0; m--) {
      if (mentions.get(m).first() < token) {
        return mentions.get(m);
      }
    }
    return null;
  }

  /// The name right after the rating, else the first before it in its sentence or row, else what
  /// the paragraph speaks of, else the one that the note is about and that was named last.
  ///
  /// @param next the first mention that ends after the rating starts
  private int nameOf(int sentence, int i, int end, int next) {
    int bracketed = nameOfBracket(sentences.first(sentence), i, end, next);
    if (bracketed != OUTSIDE) {
      return bracketed;
    }
    if (next < mentions.size()
        && mentions.get(next).first() < Math.min(sentences.end(sentence), end + OBJECT_REACH)
        && clauses.of(mentions.get(next).first()) == clauses.of(i)
        && !isInNextRow(sentences.first(sentence), i, next)) {
      return mentions.get(next).name();
    }
    int from = sentences.first(sentence);
    int row = lineStart(from, i);
    NameMention before = before(i, next);
    boolean ofLine = row > from && before != null && before.first() >= row;
    boolean inRow = row < i && (ofLine || isCell(from, sentences.end(sentence), i, end));
    if (inRow) {
      from = row;
    }
    int name = TargetAssigner.NOBODY;
    int m = next - 1;
    for (; m >= Math.max(0, next - MOST_MENTIONS) && mentions.get(m).first() >= from; m--) {
      name = isCompared(from, mentions.get(m).first()) ? name : mentions.get(m).name();
    }
    if (name != TargetAssigner.NOBODY || inRow) {
      return name;
    }
    if (topic != TargetAssigner.NOBODY && sentence - topicSentence <= TOPIC_REACH) {
      return topic;
    }
    int earliest = sentences.first(Math.max(0, sentence - 2));
    for (; m >= Math.max(0, next - MOST_MENTIONS) && mentions.get(m).first() >= earliest; m--) {
      if (isSubject.test(mentions.get(m).name())) {
        return mentions.get(m).name();
      }
    }
    return subject;
  }

  /// Whether mention `next` opens a row below that of the rating at token `i`, which has a name of
  /// its own: "Acme | 12 | Buy", and under it "Orvel | 9 | Hold".
  private boolean isInNextRow(int from, int i, int next) {
    NameMention own = before(i, next);
    return tokens.lineBefore(mentions.get(next).first())
        && own != null
        && own.first() >= lineStart(from, i);
  }

  /// The name that a rating in a bracket is of, "Acme (ACM; Sell, target 17)": the one in it or
  /// right before it. [TargetAssigner#NOBODY] when a name that nobody knows stands there,
  /// [#OUTSIDE] when the bracket tells no more than the rating, or there is none.
  private int nameOfBracket(int from, int i, int end, int next) {
    for (int k = i - 1; k >= Math.max(from, i - REACH) && !tokens.isMark(k, ')'); k--) {
      if (!tokens.isMark(k, '(')) {
        continue;
      }
      NameMention before = before(i, next);
      if (before != null && before.end() >= k) {
        return before.name();
      }
      boolean unknown = k > from && tokens.capitalised(k - 1);
      boolean alone = k == i - 1 && tokens.isMark(Math.min(end, tokens.size() - 1), ')');
      return alone && !unknown ? OUTSIDE : TargetAssigner.NOBODY;
    }
    return OUTSIDE;
  }

  /// "at 10x against 9x for Acme we would own the growth": what another is measured by.
  private boolean isCompared(int from, int first) {
    for (int k = first - 1; k >= Math.max(from, first - COMPARED_REACH); k--) {
      if (COMPARING.find(tokens, k) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int lineStart(int from, int i) {
    int start = i;
    while (start > Math.max(from, i - LONGEST_ROW) && !tokens.lineBefore(start)) {
      start--;
    }
    return start;
  }
}
