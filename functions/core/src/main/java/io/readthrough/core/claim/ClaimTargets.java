package io.readthrough.core.claim;

import io.readthrough.core.claim.ReadNote.Named;
import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Target;
import io.readthrough.core.note.Claim.Target.Direction;
import io.readthrough.core.note.Claim.Target.Relation;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.View;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.InOrder;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that a sentence says good or bad of, and what they are to the subject. Asked sentence
/// by sentence, in order.
final class ClaimTargets {
  private static final CueTable RELATIONS = CueTable.standard("claim/relation-cues.tsv");

  private static final CueTable DIRECTIONS = CueTable.standard("claim/target-cues.tsv");

  private static final double CLEAR = 0.1;

  /// How far from its name a wording may stand that says what is good or bad for it.
  private static final int REACH_AFTER = 6;

  private static final int REACH_BEFORE = 14;

  /// How many tokens may stand between names of one list: a comma, "and".
  private static final int LIST_GAP = 2;

  /// A note is for or against a name when this share of what it says of it is.
  private static final double STANCE = 0.2;

  private static final int MOST_GROUP_WORDS = 5;

  /// A claim names at most this many.
  private static final int MOST_TARGETS = 12;

  private final ReadNote note;
  private final int[] relations;
  private final int[] directions;
  private final double[] stances;
  private int nextAssignment;
  private int nextMention;

  /// @param views the ratings among them tell whether the note is for or against a name
  ClaimTargets(ReadNote note, List<FoundView> views) {
    this.note = note;
    this.relations = RELATIONS.ids(note.tokens());
    this.directions = DIRECTIONS.ids(note.tokens());
    this.stances = stances(note, views);
  }

  /// For each name +1 when the note is for it, -1 when it is against it, else 0: by its rating
  /// where it has one, else by the balance of what is said of it.
  private static double[] stances(ReadNote note, List<FoundView> views) {
    double[] net = new double[note.names().size()];
    double[] gross = new double[net.length];
    for (Assignment assignment : note.assignments()) {
      Expression expression = note.expressions().get(assignment.expression());
      double weight = expression.polarity() * expression.contrast() * assignment.factor();
      net[assignment.name()] += weight;
      gross[assignment.name()] += Math.abs(weight);
    }
    Map<String, Double> ratings = new HashMap<>();
    for (FoundView found : views) {
      if (found.view().kind() == View.Kind.RATING && found.view().number() != null) {
        ratings.putIfAbsent(found.view().entityId(), found.view().number());
      }
    }
    double[] stances = new double[net.length];
    for (int name = 0; name < stances.length; name++) {
      double balance = Math.abs(net[name]) > STANCE * gross[name] ? Math.signum(net[name]) : 0;
      Double rating = ratings.get(note.names().get(name).entityId());
      stances[name] = rating == null ? balance : rating;
    }
    return stances;
  }

  /// Whether the note is for the name that it is about (+1) or against it (-1); else 0.
  double stance() {
    return note.subject() < 0 ? 0 : stances[note.subject()];
  }

  /// The targets of two sentences that make one claim: the first sentence's, then the names that
  /// only the second has.
  static List<Target> merged(List<Target> one, List<Target> other) {
    List<Target> all = new ArrayList<>(one);
    for (Target target : other) {
      boolean known = one.stream().anyMatch(each -> each.entityId().equals(target.entityId()));
      if (!known && all.size() < MOST_TARGETS) {
        all.add(target);
      }
    }
    return all;
  }

  static List<CueTable> tables() {
    return List.of(RELATIONS, DIRECTIONS);
  }

  /// What sentence `s` says of whom.
  Found of(int s, int first, int end, int fromExpression, int toExpression) {
    Map<Integer, Effect> effects = new LinkedHashMap<>();
    List<Assignment> assignments = note.assignments();
    while (nextAssignment < assignments.size()
        && assignments.get(nextAssignment).expression() < fromExpression) {
      nextAssignment++;
    }
    for (;
        nextAssignment < assignments.size()
            && assignments.get(nextAssignment).expression() < toExpression;
        nextAssignment++) {
      Assignment assignment = assignments.get(nextAssignment);
      effects
          .computeIfAbsent(assignment.name(), name -> new Effect())
          .add(note.expressions().get(assignment.expression()), assignment.factor());
    }
    Map<Integer, NameMention> mentions = new LinkedHashMap<>();
    List<NameMention> inOrder = new ArrayList<>();
    while (nextMention < note.mentions().size()
        && note.mentions().get(nextMention).first() < first) {
      nextMention++;
    }
    for (int m = nextMention;
        m < note.mentions().size() && note.mentions().get(m).first() < end;
        m++) {
      mentions.putIfAbsent(note.mentions().get(m).name(), note.mentions().get(m));
      inOrder.add(note.mentions().get(m));
    }
    boolean namesRival =
        RELATIONS.find(note.tokens(), relations, first, end).stream()
            .anyMatch(hit -> hit.is("competitor"));
    Found found = new Found(effects, mentions, namesRival);
    for (Hit hit : ViewFeatures.longest(DIRECTIONS.find(note.tokens(), directions, first, end))) {
      if (hit.cue().value().equals("after")) {
        directAfter(hit, inOrder, end, found);
      } else {
        directBefore(hit, inOrder, found);
      }
    }
    return found;
  }

  /// Gives what a wording says to the names that follow it; to the noun phrase that does, when that
  /// is no name.
  private void directAfter(Hit hit, List<NameMention> mentions, int end, Found found) {
    int reached = hit.end() + REACH_AFTER;
    for (int m = InOrder.firstFrom(mentions, NameMention::first, hit.end());
        m < mentions.size();
        m++) {
      NameMention mention = mentions.get(m);
      if (mention.first() > reached) {
        break;
      }
      found.direct(mention.name(), hit);
      reached = mention.end() + LIST_GAP;
    }
    if (reached == hit.end() + REACH_AFTER) {
      Phrase group = group(hit, end);
      if (group != null) {
        found.addGroup(group);
      }
    }
  }

  private static void directBefore(Hit hit, List<NameMention> mentions, Found found) {
    int reached = hit.first() - REACH_BEFORE;
    for (int m = InOrder.firstFrom(mentions, NameMention::first, hit.first()) - 1; m >= 0; m--) {
      NameMention mention = mentions.get(m);
      if (mention.end() > hit.first()) {
        continue;
      }
      if (mention.end() < reached) {
        break;
      }
      found.direct(mention.name(), hit);
      reached = mention.first() - LIST_GAP;
    }
  }

  private static boolean goesOn(WordClass next) {
    return next == WordClass.OPEN || next == WordClass.COORDINATOR;
  }

  /// The plural noun phrase from token `first`, without what is listed before its last part:
  /// "electrical, mechanical and prefab supply-chain partners" are "prefab supply-chain partners".
  private @Nullable Phrase group(Hit hit, int end) {
    Tokens tokens = note.tokens();
    int first = hit.end();
    int from = first;
    int to = first;
    for (int i = first; i < Math.min(end, first + 2 * REACH_AFTER); i++) {
      boolean word = tokens.is(i, TokenKind.WORD) && WordClass.of(tokens, i) == WordClass.OPEN;
      boolean links = tokens.isMark(i, ',') || WordClass.of(tokens, i) == WordClass.COORDINATOR;
      if (word) {
        to = i + 1;
      } else if (links && i + 1 < end && goesOn(WordClass.of(tokens, i + 1))) {
        from = i + 1;
      } else {
        break;
      }
    }
    if (to <= from || !tokens.folded(to - 1).endsWith("s") || to - from > MOST_GROUP_WORDS) {
      return null;
    }
    StringBuilder id = new StringBuilder("group:");
    for (int i = from; i < to; i++) {
      id.append(i > from ? "-" : "").append(tokens.folded(i));
    }
    return new Phrase(id.toString(), from, to, hit);
  }

  /// A group that only its noun phrase names, and the wording that says what is good or bad for it.
  private record Phrase(String entityId, int first, int end, Hit hit) {}

  /// Whom a sentence names first.
  enum FirstNamed {
    NOBODY,
    SUBJECT,
    OTHER
  }

  /// The names of one sentence.
  final class Found {
    private final Map<Integer, Effect> effects;
    private final Map<Integer, NameMention> mentions;
    private final boolean namesRival;

    private final List<Phrase> groups = new ArrayList<>();

    private Found(
        Map<Integer, Effect> effects, Map<Integer, NameMention> mentions, boolean namesRival) {
      this.effects = effects;
      this.mentions = mentions;
      this.namesRival = namesRival;
    }

    private void direct(int name, Hit hit) {
      effects.computeIfAbsent(name, n -> new Effect()).direct(hit);
    }

    private void addGroup(Phrase group) {
      if (groups.stream().noneMatch(known -> known.entityId().equals(group.entityId()))) {
        groups.add(group);
      }
    }

    /// Whether the sentence clearly says good or bad of somebody but the subject.
    boolean hasOthers() {
      return !groups.isEmpty()
          || effects.entrySet().stream()
              .anyMatch(
                  effect -> {
                    Named name = note.names().get(effect.getKey());
                    return !name.isSubject()
                        && !name.isDriver()
                        && mentions.containsKey(effect.getKey())
                        && effect.getValue().isClear();
                  });
    }

    /// What wordings like "good for" say outright of whom the sentence is about, taken together:
    /// null when there are none, mixed where the sentence clearly says the contrary of another
    /// name.
    @Nullable Direction told() {
      Set<Direction> told = EnumSet.noneOf(Direction.class);
      groups.forEach(group -> told.add(ClaimTargets.direction(group.hit())));
      for (Effect effect : effects.values()) {
        if (effect.directed != null) {
          told.add(effect.direction());
        }
      }
      if (told.isEmpty()) {
        return null;
      }
      Direction only = told.iterator().next();
      return told.size() > 1 || directions().contains(contrary(only)) ? Direction.MIXED : only;
    }

    /// What the sentence says of the note's subjects, or of all others, added up.
    double said(boolean ofSubjects) {
      double said = 0;
      for (Map.Entry<Integer, Effect> effect : effects.entrySet()) {
        boolean isSubject = note.names().get(effect.getKey()).isSubject();
        said += isSubject == ofSubjects ? effect.getValue().net : 0;
      }
      return said;
    }

    /// The direction of each that the sentence says something of.
    List<Direction> directions() {
      List<Direction> directions = new ArrayList<>();
      effects.forEach(
          (name, effect) -> {
            if (isTarget(name)) {
              directions.add(effect.direction());
            }
          });
      groups.forEach(group -> directions.add(ClaimTargets.direction(group.hit())));
      return directions;
    }

    /// Whom the sentence names first, drivers apart.
    FirstNamed firstNamed() {
      for (Integer name : mentions.keySet()) {
        Named named = note.names().get(name);
        if (!named.isDriver()) {
          return named.isSubject() ? FirstNamed.SUBJECT : FirstNamed.OTHER;
        }
      }
      return FirstNamed.NOBODY;
    }

    /// The number of the name that the sentence names first; -1 when it names none.
    int firstName() {
      return mentions.isEmpty() ? -1 : mentions.keySet().iterator().next();
    }

    /// Whether the sentence, whose first token is given, begins with a name that is not the
    /// subject's.
    boolean opensWithOther(int first) {
      for (Map.Entry<Integer, NameMention> mention : mentions.entrySet()) {
        if (mention.getValue().first() <= first + 1) {
          Named named = note.names().get(mention.getKey());
          return !named.isSubject() && !named.isDriver();
        }
      }
      return false;
    }

    /// How many names the sentence has beside the subject and what drives it.
    int others() {
      int others = 0;
      for (Integer name : mentions.keySet()) {
        Named named = note.names().get(name);
        others += named.isSubject() || named.isDriver() ? 0 : 1;
      }
      return others;
    }

    /// The ids of the names in the sentence.
    Set<String> named() {
      Set<String> named = new HashSet<>();
      mentions.keySet().forEach(name -> named.add(note.names().get(name).entityId()));
      return named;
    }

    boolean namesDriver() {
      return mentions.keySet().stream().anyMatch(name -> note.names().get(name).isDriver());
    }

    boolean namesGroup() {
      return !groups.isEmpty()
          || mentions.keySet().stream()
              .anyMatch(name -> note.names().get(name).assetType() == AssetType.GROUP);
    }

    /// The targets of a claim of this type and polarity: those it says something of; a read-through
    /// also has the others that it names, and so has a claim about other companies that says
    /// nothing of anybody; every other claim that says nothing of anybody is about the subject. The
    /// one target of a claim, a risk apart, goes the way the claim does.
    ///
    /// @param falsifies whether it tells what would change the view
    List<Target> targets(Claim.Type type, double polarity, boolean falsifies) {
      List<Target> targets = new ArrayList<>();
      effects.forEach(
          (name, effect) -> {
            if (targets.size() < MOST_TARGETS && isTarget(name)) {
              Direction direction = stanced(name, type, effect.direction(), falsifies);
              targets.add(target(name, direction, effect.mechanism()));
            }
          });
      for (Phrase group : groups) {
        targets.add(
            new Target(
                group.entityId(),
                relation(group.first(), group.end()),
                ClaimTargets.direction(group.hit()),
                note.words(group.hit().first(), group.hit().end())));
      }
      boolean ofOthers = namesOnlyOthers();
      if (type == Claim.Type.READ_THROUGH || (targets.isEmpty() && ofOthers)) {
        mentions.forEach(
            (name, mention) -> {
              Named named = note.names().get(name);
              boolean counts = type == Claim.Type.READ_THROUGH || isOtherCompany(name);
              if (targets.size() < MOST_TARGETS
                  && counts
                  && !effects.containsKey(name)
                  && !named.isSubject()
                  && !named.isDriver()) {
                targets.add(target(name, direction(polarity), null));
              }
            });
      }
      if (note.subject() >= 0
          && (targets.isEmpty() || (!ofOthers && lacksSubject(type, targets)))) {
        Direction direction = stanced(note.subject(), type, direction(polarity), falsifies);
        targets.add(target(note.subject(), direction, null));
      }
      if (targets.size() == 1 && type != Claim.Type.RISK && !falsifies && told() == null) {
        Target only = targets.getFirst();
        targets.set(
            0, new Target(only.entityId(), only.relation(), direction(polarity), only.mechanism()));
      }
      return targets;
    }

    /// Whether the sentence is about other companies: it names some, none as a rival, and leaves
    /// the subject out.
    private boolean namesOnlyOthers() {
      return !namesRival
          && mentions.keySet().stream().noneMatch(name -> note.names().get(name).isSubject())
          && mentions.keySet().stream().anyMatch(this::isOtherCompany);
    }

    private boolean isOtherCompany(int name) {
      Named named = note.names().get(name);
      return !named.isSubject() && !named.isDriver() && named.assetType() != AssetType.GROUP;
    }

    /// Whether a claim of the case for or against the subject has no subject among its targets: a
    /// price war with a rival costs the subject margin too.
    private boolean lacksSubject(Claim.Type type, List<Target> targets) {
      return switch (type) {
        case THESIS, RISK, CONTRARIAN, VALUATION, CATALYST, WHAT_TO_WATCH ->
            targets.size() < MOST_TARGETS
                && targets.stream().noneMatch(target -> target.relation() == Relation.SELF);
        case SECOND_ORDER, READ_THROUGH -> false;
      };
    }

    /// What would change a view goes against the note's stance, and so does a risk to the subject
    /// unless its words clearly do so themselves.
    private Direction stanced(int name, Claim.Type type, Direction said, boolean falsifies) {
      double stance = stances[name];
      if (falsifies && stance != 0) {
        return direction(-stance);
      }
      boolean open =
          said == Direction.NEUTRAL || said == Direction.MIXED || said == direction(stance);
      boolean isRisk = type == Claim.Type.RISK && note.names().get(name).isSubject();
      return isRisk && open ? direction(stance == 0 ? -1 : -stance) : said;
    }

    /// What moves the subject is no target of what is said of the subject.
    private boolean isTarget(int name) {
      return !note.names().get(name).isDriver()
          || effects.keySet().stream().allMatch(each -> note.names().get(each).isDriver());
    }

    private Target target(int name, Direction direction, @Nullable String mechanism) {
      Named named = note.names().get(name);
      return new Target(
          named.entityId(), relation(named, mentions.get(name)), direction, mechanism);
    }
  }

  private @Nullable Relation relation(Named name, @Nullable NameMention mention) {
    if (name.isSubject()) {
      return Relation.SELF;
    }
    Relation relation =
        switch (name.role()) {
          case SUBJECT -> Relation.SELF;
          case SUPPLIER -> Relation.SUPPLIER;
          case CUSTOMER -> Relation.CUSTOMER;
          case COMPETITOR -> Relation.COMPETITOR;
          case PARTNER -> Relation.COMPLEMENT;
          case PEER -> Relation.PEER;
          case BENCHMARK, DRIVER -> null;
          case MENTIONED -> Relation.SECTOR;
        };
    if (name.assetType() != AssetType.GROUP || mention == null) {
      return relation;
    }
    return relation(mention.first(), mention.end());
  }

  /// What a group is to the subject: its noun tells more than what stands around it.
  private Relation relation(int first, int end) {
    Hit best = null;
    for (Hit hit : RELATIONS.find(note.tokens(), relations, first, end)) {
      if (best == null || hit.end() - hit.first() > best.end() - best.first()) {
        best = hit;
      }
    }
    return best == null
        ? Relation.SECTOR
        : Relation.valueOf(best.cue().kind().toUpperCase(Locale.ROOT));
  }

  /// The other side; what is on neither side is its own contrary.
  private static Direction contrary(Direction direction) {
    return switch (direction) {
      case POSITIVE -> Direction.NEGATIVE;
      case NEGATIVE -> Direction.POSITIVE;
      case MIXED, NEUTRAL -> Direction.MIXED;
    };
  }

  private static Direction direction(Hit hit) {
    return Direction.valueOf(hit.cue().kind().toUpperCase(Locale.ROOT));
  }

  private static Direction direction(double polarity) {
    if (Math.abs(polarity) < CLEAR) {
      return Direction.NEUTRAL;
    }
    return polarity > 0 ? Direction.POSITIVE : Direction.NEGATIVE;
  }

  /// What one sentence says of one name.
  private final class Effect {
    private double net;
    private double gross;
    private double most;
    private @Nullable Expression strongest;
    private @Nullable Hit directed;

    /// The first wording that tells the direction outright counts.
    void direct(Hit hit) {
      directed = directed == null ? hit : directed;
    }

    boolean isClear() {
      return directed != null || gross >= CLEAR;
    }

    void add(Expression expression, double factor) {
      double weight = expression.polarity() * expression.contrast() * factor;
      net += weight;
      gross += Math.abs(weight);
      if (Math.abs(weight) > most) {
        most = Math.abs(weight);
        strongest = expression;
      }
    }

    Direction direction() {
      if (directed != null) {
        return ClaimTargets.direction(directed);
      }
      if (gross < CLEAR) {
        return Direction.NEUTRAL;
      }
      return Math.abs(net) < gross / 3 ? Direction.MIXED : ClaimTargets.direction(net > 0 ? 1 : -1);
    }

    @Nullable String mechanism() {
      if (directed != null) {
        return note.words(directed.first(), directed.end());
      }
      return strongest == null ? null : note.words(strongest.first(), strongest.end());
    }
  }
}
