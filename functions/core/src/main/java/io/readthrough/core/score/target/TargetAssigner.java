package io.readthrough.core.score.target;

import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Gives every expression of a text to the names it is about: within its clause by role and
/// distance, else to the subject of a neighbouring clause, else to the name in focus.
public final class TargetAssigner {
  /// No name is in focus.
  public static final int NOBODY = -1;

  /// How many clauses of its sentence an expression without a name looks back over.
  private static final int CLAUSES_BACK = 6;

  /// How many mentions of one clause are weighed for one expression.
  private static final int MENTIONS_WEIGHED = 16;

  /// What the other side of a comparison gets of what is said of the first.
  private static final double OPPONENT = -0.6;

  /// How many tokens after the subject of a relative clause its verb may stand.
  private static final int RELATIVE_WINDOW = 2;

  /// How far a name after a preposition can be what a verb after it speaks of.
  private static final double OBLIQUE_SUBJECT = 0.5;

  /// How many tokens after a verdict the name may stand that it is passed on.
  private static final int VERDICT_WINDOW = 7;

  private final Tokens tokens;
  private final Sentences sentences;
  private final Clauses clauses;
  private final List<NameMention> mentions;
  private final IntPredicate holdsFocus;
  private final MentionRole[] roles;
  private final boolean[] source;

  /// For every clause, its first mention, and how many it has.
  private final int[] firstOfClause;

  private final int[] group;
  private final Opponents opponents;

  /// The name of each mention, those of the focus resolved; [#NOBODY] where nothing is in focus.
  private final int[] names;

  private TargetAssigner(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      List<NameMention> mentions,
      IntPredicate holdsFocus) {
    this.holdsFocus = holdsFocus;
    this.tokens = tokens;
    this.sentences = sentences;
    this.clauses = clauses;
    this.mentions = Coreference.among(tokens, withCodes(tokens, mentions));
    this.source = new boolean[this.mentions.size()];
    this.roles = new MentionRole[this.mentions.size()];
    this.group = new int[this.mentions.size()];
    this.names = new int[this.mentions.size()];
    this.firstOfClause = new int[clauses.size() + 1];
    int m = 0;
    for (int c = 0; c <= clauses.size(); c++) {
      int start = c < clauses.size() ? clauses.first(c) : tokens.size();
      while (m < this.mentions.size() && this.mentions.get(m).first() < start) {
        m++;
      }
      firstOfClause[c] = m;
    }
    this.opponents = new Opponents(tokens, clauses, this.mentions, firstOfClause, group);
    MentionRoles reader = new MentionRoles(tokens, sentences, clauses);
    for (int i = 0; i < this.mentions.size(); i++) {
      group[i] =
          i > 0 && coordinated(this.mentions.get(i - 1), this.mentions.get(i)) ? group[i - 1] : i;
      roles[i] = reader.of(this.mentions.get(i));
      if (group[i] != i && roles[group[i]].isShared() && roles[i] != MentionRole.BODY) {
        roles[i] = roles[group[i]];
      }
      source[i] = roles[i] == MentionRole.SOURCE || roles[i] == MentionRole.BODY;
    }
  }

  /// Assigns `expressions`, which are in order, to `mentions`, which are in order and do not
  /// overlap.
  ///
  /// @param subject the name that the text is about as a whole, or [#NOBODY]
  /// @param holdsFocus whether the sentences after one on a name may still speak of it
  public static Targets assign(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      List<Expression> expressions,
      List<NameMention> mentions,
      int subject,
      IntPredicate holdsFocus) {
    TargetAssigner assigner = new TargetAssigner(tokens, sentences, clauses, mentions, holdsFocus);
    List<Assignment> assignments = assigner.assign(sentences, expressions, subject);
    return new Targets(assignments, assigner.resolved());
  }

  private List<Assignment> assign(Sentences sentences, List<Expression> expressions, int about) {
    List<Assignment> assignments = new ArrayList<>();
    List<Assignment> shared = new ArrayList<>();
    int subject = isSourceOnly(about) ? NOBODY : about;
    int focus = subject;
    int next = 0;
    for (int s = 0; s < sentences.size(); s++) {
      if (tokens.paragraphBefore(sentences.first(s)) && subject != NOBODY) {
        focus = subject;
      }
      int firstClause = clauses.of(sentences.first(s));
      int lastClause = clauses.of(sentences.end(s) - 1);
      resolve(firstClause, lastClause, focus);
      while (next < expressions.size() && expressions.get(next).sentence() == s) {
        assign(next, expressions.get(next), firstClause, lastClause, focus, assignments);
        next++;
      }
      for (int c = firstClause; c <= lastClause; c++) {
        share(c, s, expressions, next, shared);
      }
      focus = focusAfter(firstClause, lastClause, focus);
    }
    return shared.isEmpty() ? assignments : with(shared, assignments);
  }

  /// `assignments` and those of `shared` that say of no name what it has already, in the order of
  /// the expressions.
  private static List<Assignment> with(List<Assignment> shared, List<Assignment> assignments) {
    Set<Long> given = new HashSet<>();
    List<Assignment> all = new ArrayList<>(assignments);
    all.addAll(shared);
    all.removeIf(each -> !given.add(((long) each.expression() << 32) | each.name()));
    all.sort(Comparator.comparingInt(Assignment::expression));
    return all;
  }

  /// Gives the names of a clause without an expression of its own what the clause before them says,
  /// where they are said to share it: "Acme gains; so does Orvel".
  ///
  /// @param next the number of expressions up to the end of sentence `s`
  private void share(
      int clause, int s, List<Expression> expressions, int next, List<Assignment> shared) {
    int m = firstOfClause[clause];
    int to = firstOfClause[clause + 1];
    if (m == to || source[m] || names[m] == NOBODY) {
      return;
    }
    int last = m;
    while (last + 1 < to && group[last + 1] == group[m]) {
      last++;
    }
    double share =
        Ellipses.share(
            tokens,
            clauses.first(clause),
            clauses.end(clause),
            mentions.get(m).first(),
            mentions.get(last).end());
    int i = share == 0 ? -1 : lastUpTo(clause, expressions, next);
    if (i < 0 || expressions.get(i).sentence() < s - 1) {
      return;
    }
    int of = expressions.get(i).clause();
    for (int k = 0; k < MENTIONS_WEIGHED && i >= 0 && of != clause; k++, i--) {
      for (int n = m; n <= last && expressions.get(i).clause() == of; n++) {
        if (names[n] != NOBODY) {
          shared.add(new Assignment(i, names[n], share));
        }
      }
    }
  }

  /// "Profit slips; Orvel Broking downgrades": who only passes a verdict is not what a text is
  /// about.
  private boolean isSourceOnly(int name) {
    boolean found = false;
    for (int m = 0; m < mentions.size(); m++) {
      if (mentions.get(m).name() == name) {
        if (roles[m] != MentionRole.SOURCE) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /// The last of the first `count` expressions that stands in `clause` or before it, or -1.
  private static int lastUpTo(int clause, List<Expression> expressions, int count) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (expressions.get(middle).clause() <= clause) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private List<ResolvedMention> resolved() {
    int[] listed = new int[mentions.size()];
    for (int m = 0; m < listed.length; m++) {
      listed[group[m]]++;
    }
    List<ResolvedMention> resolved = new ArrayList<>(mentions.size());
    for (int m = 0; m < listed.length; m++) {
      NameMention mention = mentions.get(m);
      resolved.add(
          new ResolvedMention(
              names[m],
              mention.first(),
              mention.end(),
              mention.name() != Coreference.FOCUS,
              roles[m],
              listed[group[m]]));
    }
    return resolved;
  }

  /// Names what the words of coreference of a sentence stand for: the last name before them that
  /// can hold the focus.
  private void resolve(int firstClause, int lastClause, int focus) {
    int current = focus;
    for (int m = firstOfClause[firstClause]; m < firstOfClause[lastClause + 1]; m++) {
      int name = mentions.get(m).name();
      if (name == Coreference.FOCUS) {
        names[m] = current;
        source[m] |= current == NOBODY;
      } else {
        names[m] = name;
        if (!source[m] && holdsFocus.test(name)) {
          current = name;
        }
      }
    }
  }

  private int focusAfter(int firstClause, int lastClause, int focus) {
    for (int m = firstOfClause[firstClause]; m < firstOfClause[lastClause + 1]; m++) {
      if (!source[m] && holdsFocus.test(names[m])) {
        return names[m];
      }
    }
    return focus;
  }

  private void assign(
      int index,
      Expression expression,
      int firstClause,
      int lastClause,
      int focus,
      List<Assignment> assignments) {
    int clause = expression.clause();
    // Only a name makes it matter whether an expression is a verdict, and most have none near.
    boolean isNamed = firstOfClause[clause] < firstOfClause[clause + 1];
    boolean passes = isNamed && passesVerdict(expression);
    int chosen = passes ? aimed(expression, clause) : NOBODY;
    if (chosen < 0) {
      chosen = relative(expression, clause);
    }
    if (chosen < 0) {
      chosen = best(expression, clause);
    }
    for (int back = 1; chosen < 0 && back <= CLAUSES_BACK && clause - back >= firstClause; back++) {
      chosen = subjectOf(clause - back);
    }
    for (int on = 1; chosen < 0 && on <= CLAUSES_BACK && clause + on <= lastClause; on++) {
      chosen = subjectOf(clause + on);
    }
    if (chosen < 0) {
      if (focus != NOBODY) {
        assignments.add(new Assignment(index, focus, 1));
      }
      return;
    }
    give(index, chosen, 1, assignments);
    passes |= !isNamed && passesVerdict(expression);
    int opponent = passes ? opponents.passedOver(chosen) : opponents.of(expression, chosen);
    if (opponent >= 0) {
      give(index, opponent, OPPONENT, assignments);
    }
  }

  private static boolean passesVerdict(Expression expression) {
    return Verdicts.isVerdict(expression) && !Verdicts.compares(expression);
  }

  /// Gives the expression to the mention and to all that are coordinated with it.
  private void give(int index, int chosen, double factor, List<Assignment> assignments) {
    int first = group[chosen];
    for (int m = first; m < mentions.size() && group[m] == first; m++) {
      int name = names[m];
      boolean given = name == NOBODY;
      for (int a = assignments.size() - 1;
          a >= 0 && assignments.get(a).expression() == index;
          a--) {
        given |= assignments.get(a).name() == name;
      }
      if (!given) {
        assignments.add(new Assignment(index, name, factor));
      }
    }
  }

  /// The mention that a verdict is passed on, or -1 when it names none. Who passes it gets nothing:
  /// "Orvel maintains Buy on Acme", "a fund raises its stake in Acme"; nor does one whose name only
  /// says whose verdict it is: "Acme falls on Orvel downgrade".
  private int aimed(Expression expression, int clause) {
    int from = firstOfClause[clause];
    int to = firstOfClause[clause + 1];
    int next = from;
    while (next < to && mentions.get(next).first() < expression.end()) {
      next++;
    }
    for (int m = next; m < Math.min(to, next + 2); m++) {
      NameMention mention = mentions.get(m);
      if (mention.first() - expression.end() <= VERDICT_WINDOW
          && !source[m]
          && mention.name() != Coreference.FOCUS
          && (mention.first() == expression.end() || isAim(mention.first() - 1))) {
        judged(from, next, m);
        return m;
      }
    }
    if (next > from + 1 && mentions.get(next - 1).end() == expression.first()) {
      for (int m = from; m < next - 1; m++) {
        if (!source[m] && group[m] != group[next - 1]) {
          return m;
        }
      }
    }
    return -1;
  }

  /// The name before a verdict that is passed on another passes it; what follows without a name is
  /// not about it: "Orvel sees upside in Acme, upgrades to buy".
  private void judged(int from, int next, int aim) {
    for (int m = from; m < next; m++) {
      if (roles[m] == MentionRole.SUBJECT && group[m] != group[aim]) {
        roles[m] = MentionRole.JUDGE;
      }
    }
  }

  /// "on Acme", "on the Acme group", "of its Acme".
  private boolean isAim(int i) {
    if (WordClass.of(tokens, i) == WordClass.DETERMINER && i > 0) {
      return isAim(i - 1);
    }
    return (isLink(i) && !tokens.is(i, "at")) || tokens.is(i, "against") || tokens.is(i, "from");
  }

  /// The mention that a relative clause ties the expression to, or -1: its subject in "the share
  /// that Acme loses", what it is said of in "Acme, which grows more slowly".
  private int relative(Expression expression, int clause) {
    int first = clauses.first(clause);
    int before = opponents.firstFrom(expression.first()) - 1;
    if (before >= 0
        && mentions.get(before).first() > first
        && expression.first() - mentions.get(before).end() <= RELATIVE_WINDOW
        && WordClass.of(tokens, mentions.get(before).first() - 1) == WordClass.RELATIVE) {
      return source[before] ? -1 : before;
    }
    int from = firstOfClause[clause];
    boolean describes = tokens.is(first, "which") || tokens.is(first, "who");
    if (!describes || from == 0) {
      return -1;
    }
    int end = mentions.get(from - 1).end();
    boolean follows = end == first || (end == first - 1 && tokens.isMark(end, ','));
    return follows && !source[from - 1] ? from - 1 : -1;
  }

  /// The mention in `clause` that the expression is about, or -1.
  private int best(Expression expression, int clause) {
    int from = firstOfClause[clause];
    int to = firstOfClause[clause + 1];
    if (to - from > MENTIONS_WEIGHED) {
      int near = from;
      while (near < to && mentions.get(near).end() < expression.first()) {
        near++;
      }
      from = Math.max(from, near - MENTIONS_WEIGHED / 2);
      to = Math.min(to, from + MENTIONS_WEIGHED);
    }
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int m = from; m < to; m++) {
      if (!source[m]) {
        double fit = fit(expression, m, from);
        if (fit > most) {
          most = fit;
          best = m;
        }
      }
    }
    return best >= 0 && isOnlyMentioned(expression, best, from) ? -1 : best;
  }

  /// "Acme, busy elsewhere, loses deals to Orvel": a verb that opens its clause has its subject in
  /// one before, and not in what a preposition ties to it later.
  private boolean isOnlyMentioned(Expression expression, int m, int firstInClause) {
    int clause = expression.clause();
    return m == firstInClause
        && roles[m] == MentionRole.OBLIQUE
        && mentions.get(m).first() > expression.end()
        && (!isLink(expression.end()) || tokens.is(expression.end(), "to"))
        && expression.first() == clauses.first(clause)
        && expression.metric() == null
        && expression.traits().contains(Trait.PREDICATE)
        && expression.entries().getLast().pos() == PartOfSpeech.VERB
        && hasSubjectBefore(clause, expression.sentence());
  }

  private boolean hasSubjectBefore(int clause, int sentence) {
    int first = clauses.of(sentences.first(sentence));
    for (int c = clause - 1; c >= Math.max(first, clause - CLAUSES_BACK); c--) {
      if (subjectOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private double fit(Expression expression, int m, int firstInClause) {
    NameMention mention = mentions.get(m);
    double fit = 0;
    if (mention.first() >= expression.first() && mention.end() <= expression.end()) {
      fit += 4;
    } else if (mention.end() <= expression.first()) {
      fit -= 0.3 * (expression.first() - mention.end());
      if (mention.end() < tokens.size() && tokens.is(mention.end(), TokenKind.CLITIC)) {
        fit += 2;
      }
    } else {
      int gap = mention.first() - expression.end();
      fit -= 0.3 * gap;
      if (gap <= 3 && gap > 0 && isLink(expression.end())) {
        fit += 2.5;
      } else if (isObject(expression, mention)) {
        fit += 3;
      }
    }
    if (mention.end() <= expression.head() && expression.traits().contains(Trait.PREDICATE)) {
      fit += m == firstInClause ? 2.5 : roles[m] == MentionRole.OBLIQUE ? OBLIQUE_SUBJECT : 2;
    }
    int before = mention.first() - 1;
    if (before >= 0 && (opponents.isCompared(before) || opponents.isExpense(before))) {
      fit -= 3;
    }
    return fit;
  }

  /// "drags Acme", "downgrades the Acme group": a verb and at once its object.
  private boolean isObject(Expression expression, NameMention mention) {
    int gap = mention.first() - expression.end();
    boolean follows =
        gap == 0 || (gap == 1 && WordClass.of(tokens, expression.end()) == WordClass.DETERMINER);
    return follows
        && expression.traits().contains(Trait.PREDICATE)
        && expression.metric() == null
        && !Verdicts.compares(expression)
        && expression.entries().getFirst().pos() == PartOfSpeech.VERB
        && expression.entries().getFirst().meaning().family() != Family.EXPECTATION;
  }

  private boolean isLink(int i) {
    return i < tokens.size()
        && (tokens.is(i, "for")
            || tokens.is(i, "at")
            || tokens.is(i, "of")
            || tokens.is(i, "on")
            || tokens.is(i, "in")
            || tokens.is(i, "about")
            || tokens.is(i, "over")
            || tokens.is(i, "to"));
  }

  private int subjectOf(int clause) {
    for (int m = firstOfClause[clause]; m < firstOfClause[clause + 1]; m++) {
      if (!source[m] && roles[m] != MentionRole.JUDGE) {
        return m;
      }
    }
    return -1;
  }

  /// The mentions, each with the code in brackets that follows it: "Acme <ACM.N>".
  private static List<NameMention> withCodes(Tokens tokens, List<NameMention> mentions) {
    List<NameMention> extended = new ArrayList<>(mentions.size());
    for (int m = 0; m < mentions.size(); m++) {
      NameMention mention = mentions.get(m);
      int limit = m + 1 < mentions.size() ? mentions.get(m + 1).first() : tokens.size();
      int end = mention.end() < limit ? Clauses.shortBracketEnd(tokens, mention.end(), limit) : 0;
      extended.add(end == 0 ? mention : new NameMention(mention.name(), mention.first(), end));
    }
    return extended;
  }

  /// Whether only commas and "and" stand between two mentions.
  private boolean coordinated(NameMention one, NameMention other) {
    int gap = other.first() - one.end();
    if (gap < 0 || gap > 3 || tokens.lineBefore(other.first())) {
      return false;
    }
    for (int i = one.end(); i < other.first(); i++) {
      boolean links =
          tokens.isMark(i, ',')
              || tokens.isMark(i, '/')
              || tokens.isMark(i, '&')
              || WordClass.of(tokens, i) == WordClass.COORDINATOR;
      if (!links) {
        return false;
      }
    }
    return true;
  }
}
