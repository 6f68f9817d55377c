package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution.Method;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds to the names that another finder finds the groups without a ticker that a text speaks of:
/// "pure miners", "regional banks", "makers of cables". Whether a group is said anything about is
/// for scoring to decide.
public final class GroupMentions implements SecurityMentions {
  /// The confidence in a group that the text says gains or loses.
  public static final double TOLD = 0.7;

  /// The confidence in a group that a clause opens with.
  public static final double SUBJECT = 0.65;

  private static final double SPOKEN_OF = 0.6;
  private static final int MOST_MODIFIERS = 4;

  /// A group of more tokens is joined with no other, so that a list without end is no target.
  private static final int LONGEST_JOINED = 6;

  /// What a group can be made of.
  private static final WordTable HEADS =
      WordTable.of(
          "farmers miners lenders banks bankers vendors suppliers peers rivals competitors"
              + " retailers airlines producers refiners utilities insurers reinsurers brokers"
              + " smelters chipmakers carmakers automakers homebuilders housebuilders builders"
              + " drugmakers steelmakers planemakers biotechs exporters importers foundries"
              + " hyperscalers landlords reits regionals generators telcos railways railroads"
              + " shippers truckers distributors manufacturers drillers explorers midcaps"
              + " smallcaps largecaps hospitals contractors fabricators wholesalers grocers"
              + " restaurants lessors custodians depositaries semis industrials cyclicals"
              + " tanneries copycats resellers hopefuls neoclouds glassmakers papermakers"
              + " toolmakers platemakers neobanks fintechs wineries distillers brewers bottlers"
              + " refineries growers ranchers forwarders shipowners charterers lessees"
              + " franchisees publishers broadcasters studios insurtechs subcontractors"
              + " integrators managers issuers brands creditors bondholders pharmacies clinics"
              + " mills rollers jewellers jewelers isps mssps startups platforms installers"
              + " recyclers fabs nurseries advertisers marketers recruiters consultants auditors"
              + " couriers hauliers millers crushers blenders converters franchisors shipyards"
              + " surveyors architects acquirers roasters packagers packers processors venues"
              + " independents assemblers dealers brokerages exchanges wallets bookmakers casinos"
              + " dealerships pubcos pawnbrokers oems odms mvnos cros cdmos merchants"
              + " borrowers juniors isps");

  /// Groups only with a word before them that says which: "cable makers", "bank stocks".
  private static final WordTable HEADS_WITH_MODIFIER =
      WordTable.of(
          "makers stocks names caps buyers networks ships operators developers owners carriers"
              + " holders sellers issuers managers mills shops brands books chains schools"
              + " stations customers consumers lines firms companies providers universities"
              + " colleges agencies advisers advisors platforms sponsors landowners"
              + " rollers ups crackers players");

  /// Of these a clause behind them does not tell which, as it does of "developers that hold land".
  private static final WordTable GENERIC =
      WordTable.of("companies firms customers consumers providers carriers operators names stocks");

  /// Groups also by what follows: "holders of power".
  private static final WordTable HEADS_WITH_OF =
      WordTable.of(
          "holders makers owners producers vendors suppliers builders operators developers sellers"
              + " buyers");

  /// Groups where a clause behind them says which: "anyone who has to build".
  private static final WordTable PRONOUNS = WordTable.of("anyone anybody everyone everybody");

  /// Groups behind "any" and "every".
  private static final WordTable SINGULARS =
      WordTable.of(
          "company firm pharmacy bank miner maker producer retailer lender developer operator"
              + " supplier vendor owner airline insurer broker landlord builder refiner exporter"
              + " importer manufacturer distributor carrier utility platform brand chain");

  /// What opens a clause that says which companies are meant: "developers that hold land".
  private static final WordTable NARROWING =
      WordTable.of("that which who whose with without w/o w/out");

  /// What may stand before a head and be part of the group's name. A list, since words before a
  /// noun can as well be verbs: "could leave pure miners".
  private static final WordTable MODIFIERS =
      WordTable.of(
          "pure small smaller large larger big bigger major minor leading local regional national"
              + " domestic foreign global independent integrated diversified undifferentiated"
              + " primary alternative modular prefab prefabrication electrical mechanical"
              + " industrial commercial retail private public listed levered leveraged unleveraged"
              + " weaker stronger strong weak rural urban specialty luxury discount premium branded"
              + " generic online digital cyclical defensive american us uk european british chinese"
              + " japanese indian asian german french canadian australian emerging northern"
              + " southern western eastern mid bank energy oil gas coal power water solar wind"
              + " nuclear uranium copper gold silver lithium steel aluminium aluminum iron metal"
              + " metals chemical chemicals cement paper packaging cable cables tool tools"
              + " equipment parts component components chip memory semiconductor software hardware"
              + " cloud internet tech technology media telecom drug pharma biotech medtech device"
              + " hospital insurance credit card mortgage consumer food beverage drink tobacco"
              + " apparel clothing footwear home housing property office mall hotel travel cruise"
              + " airline aircraft aerospace defence defense shipping freight rail trucking"
              + " logistics auto car truck vehicle ev battery bitcoin crypto data centre center"
              + " utility midstream upstream downstream offshore onshore shale regulated merchant"
              + " baseload capital markets money growth value dividend quality momentum ai it psu"
              + " fmcg rate rival concentrate ore rock fibre fiber glass plastics polymer"
              + " fertiliser fertilizer seed grain meat dairy vending network server storage"
              + " turbine grid u.s. highly indebted mid-sized engine resistor slot compounding"
              + " grinding sponsor service services junior senior unorganised unorganized unbranded"
              + " unlisted unhedged underfunded nordic iberian italian spanish korean taiwanese"
              + " brazilian mexican turkish swiss gulf tier hosting");

  /// Before a head they make it something else: "land banks", "central banks".
  private static final WordTable STRANGE =
      WordTable.of("land central food blood memory data river stock world development rating");

  /// Verbs too: "Simandou ships 35 Mt", "management names two culprits".
  private static final WordTable VERBS = WordTable.of("ships names stocks mills chains books");

  /// "two assemblers" are those that somebody met, and no group.
  private static final WordTable COUNTS =
      WordTable.of(
          "two three four five six seven eight nine ten eleven twelve dozen several unlike");

  private final SecurityMentions names;

  /// @param names finds what is no group
  public GroupMentions(SecurityMentions names) {
    this.names = names;
  }

  @Override
  public List<Mention> find(Tokens tokens) {
    List<Mention> named = names.find(tokens);
    GroupFates fates = new GroupFates(tokens);
    FateLists lists = new FateLists(tokens);
    List<Mention> all = new ArrayList<>(named.size());
    int next = 0;
    int seen = 0;
    int floor = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (seen < named.size() && named.get(seen).span().end() <= tokens.start(i)) {
        floor = named.get(seen++).span().end();
      }
      int item = lists.end(i);
      Mention group =
          item > i ? mention(tokens, i, item, true, fates) : groupAt(tokens, i, floor, fates);
      if (group == null) {
        continue;
      }
      while (next < named.size() && named.get(next).span().end() <= group.span().start()) {
        all.add(named.get(next++));
      }
      boolean free = true;
      while (next < named.size() && named.get(next).span().overlaps(group.span())) {
        if (!isMaterial(named.get(next).security().assetType())) {
          free = false;
          break;
        }
        next++;
      }
      if (!free || (!all.isEmpty() && all.getLast().span().end() > group.span().start())) {
        continue;
      }
      if (!all.isEmpty() && isJoined(tokens, all.getLast(), group)) {
        Mention first = all.removeLast();
        group = joined(tokens, first, group, fates);
      }
      all.add(group);
    }
    all.addAll(named.subList(next, named.size()));
    return List.copyOf(all);
  }

  @Override
  public @Nullable String sector(Security security) {
    return names.sector(security);
  }

  /// Whether both are groups and only an "and" stands between them: "REITs and hotel owners" are
  /// one target.
  private static boolean isJoined(Tokens tokens, Mention first, Mention second) {
    if (first.security().assetType() != AssetType.GROUP) {
      return false;
    }
    int and = tokens.at(first.span().end());
    if (and - tokens.at(first.span().start()) > LONGEST_JOINED) {
      return false;
    }
    int next = and + 1;
    if (next < tokens.size() && WordClass.of(tokens, next) == WordClass.DETERMINER) {
      next++;
    }
    return next < tokens.size()
        && tokens.is(and, "and")
        && !tokens.lineBefore(and)
        && tokens.start(next) == second.span().start();
  }

  private static Mention joined(Tokens tokens, Mention first, Mention second, GroupFates fates) {
    boolean told = Math.max(first.confidence(), second.confidence()) == TOLD;
    int from = tokens.at(first.span().start());
    int to = tokens.at(second.span().end() - 1) + 1;
    return mention(tokens, from, to, told, fates);
  }

  /// What a group deals in is part of its name: "Bitcoin miners".
  private static boolean isMaterial(AssetType type) {
    return type == AssetType.COMMODITY || type == AssetType.CRYPTO;
  }

  /// The group whose head is token `i`.
  ///
  /// @param floor the offset where the last name before it ends
  private static @Nullable Mention groupAt(Tokens tokens, int i, int floor, GroupFates fates) {
    Mention any = anyAt(tokens, i, fates);
    if (any != null) {
      return any;
    }
    // Every other head is a plural: most words need no look-up.
    if (!tokens.is(i, TokenKind.WORD) || tokens.foldedAt(tokens.end(i) - 1) != 's') {
      return null;
    }
    boolean head = HEADS.find(tokens, i) != WordTable.ABSENT;
    boolean modified = HEADS_WITH_MODIFIER.find(tokens, i) != WordTable.ABSENT;
    if (!head && !modified) {
      return null;
    }
    if (modified && isVerb(tokens, i)) {
      return null;
    }
    if (i > 0 && !tokens.lineBefore(i) && STRANGE.find(tokens, i - 1) != WordTable.ABSENT) {
      return null;
    }
    int from = i;
    while (from > 0 && i - from < MOST_MODIFIERS && isModifier(tokens, from - 1, from)) {
      from--;
    }
    from = phraseStart(tokens, from, floor, fates);
    int to = i + 1;
    boolean of =
        HEADS_WITH_OF.find(tokens, i) != WordTable.ABSENT
            && to + 1 < tokens.size()
            && tokens.is(to, "of")
            && isMade(tokens, to + 1, fates, from);
    if (of) {
      to += tokens.is(to + 1, "the") ? 3 : 2;
    }
    boolean narrowed =
        to < tokens.size() && !tokens.is(i, "holders") && NARROWING.find(tokens, to) >= 0;
    if (modified && from == i && i > 0 && isMaterialOf(tokens, i - 1, i, floor)) {
      from--;
    }
    // "For Nutrien and Corteva, input sellers, ..."
    boolean apposition =
        from > 0
            && tokens.isMark(from - 1, ',')
            && floor == tokens.start(from - 1)
            && to < tokens.size()
            && tokens.isMark(to, ',');
    boolean counted =
        from > 0
            && (tokens.kind(from - 1).isFigure()
                || COUNTS.find(tokens, from - 1) != WordTable.ABSENT);
    if (counted || apposition) {
      return null;
    }
    boolean clear = narrowed && GENERIC.find(tokens, i) == WordTable.ABSENT;
    boolean named = head || of || clear || (from < i && !tokens.is(i, "holders"));
    boolean told = fates.isTold(from, to) || (narrowed && fates.opensClause(from));
    return named ? mention(tokens, from, to, told, fates) : null;
  }

  /// Whether token `i` is rather a verb with its object, or an inventory: "port stocks of 139 Mt",
  /// "stocks, at 148 Mt".
  private static boolean isVerb(Tokens tokens, int i) {
    int next = i + 1 < tokens.size() && tokens.isMark(i + 1, ',') ? i + 2 : i + 1;
    if (VERBS.find(tokens, i) == WordTable.ABSENT || next >= tokens.size()) {
      return false;
    }
    boolean object =
        next == i + 1
            && (tokens.kind(next).isFigure()
                || WordClass.of(tokens, next) == WordClass.DETERMINER
                || COUNTS.find(tokens, next) != WordTable.ABSENT);
    boolean inventory =
        tokens.is(i, "stocks")
            && (tokens.is(next, "at") || tokens.is(next, "of"))
            && next + 1 < tokens.size()
            && tokens.kind(next + 1).isFigure();
    return object || inventory;
  }

  /// "anyone who has to build", "every compounding pharmacy": the group that begins with a word for
  /// all of a kind at token `i`, of which something good or bad is said.
  private static @Nullable Mention anyAt(Tokens tokens, int i, GroupFates fates) {
    int end = i + 1;
    if (PRONOUNS.find(tokens, i) != WordTable.ABSENT) {
      boolean narrowed =
          end < tokens.size()
              && (NARROWING.find(tokens, end) != WordTable.ABSENT || tokens.is(end, "in"));
      return narrowed && fates.isTold(i, end) ? mention(tokens, i, end, true, fates) : null;
    }
    if (!tokens.is(i, "any") && !tokens.is(i, "every")) {
      return null;
    }
    while (end < tokens.size()
        && end - i <= MOST_MODIFIERS
        && tokens.is(end, TokenKind.WORD)
        && WordClass.of(tokens, end) == WordClass.OPEN
        && !tokens.lineBefore(end)) {
      if (SINGULARS.find(tokens, end) != WordTable.ABSENT) {
        boolean told = fates.isTold(i, end + 1) || fates.isTold(i + 1, end + 1);
        return told ? mention(tokens, i + 1, end + 1, true, fates) : null;
      }
      end++;
    }
    return null;
  }

  /// Where the noun phrase that goes on at token `from` starts, when it opens a clause or follows
  /// an article: no verb can stand within. Else `from`.
  private static int phraseStart(Tokens tokens, int from, int floor, GroupFates fates) {
    int start = from;
    while (start > 0
        && from - start < MOST_MODIFIERS
        && !tokens.lineBefore(start)
        && tokens.start(start - 1) >= floor
        && tokens.is(start - 1, TokenKind.WORD)
        && WordClass.of(tokens, start - 1) == WordClass.OPEN
        && !fates.isDeed(start - 1)
        && !fates.isFiller(start - 1)
        && COUNTS.find(tokens, start - 1) == WordTable.ABSENT
        && (!endsLikeVerb(tokens, start - 1) || isDegree(tokens, start - 2))) {
      start--;
    }
    boolean article = start > 0 && WordClass.of(tokens, start - 1) == WordClass.DETERMINER;
    return start < from && (article || fates.opensClause(start)) ? start : from;
  }

  /// "highly indebted retailers": an adverb makes a past an adjective.
  private static boolean isDegree(Tokens tokens, int i) {
    int length = i < 0 ? 0 : tokens.end(i) - tokens.start(i);
    return length > 4
        && tokens.foldedAt(tokens.end(i) - 1) == 'y'
        && tokens.foldedAt(tokens.end(i) - 2) == 'l';
  }

  /// "commitments", "satisfied", "shutting": a plural, a past or a gerund before the head belongs
  /// to another phrase, but "based" of "asset-based" does not.
  private static boolean endsLikeVerb(Tokens tokens, int i) {
    if (tokens.joined(i)) {
      return false;
    }
    if (tokens.folded(i).endsWith("ing")) {
      return true;
    }
    char last = tokens.foldedAt(tokens.end(i) - 1);
    char before = tokens.end(i) - tokens.start(i) > 1 ? tokens.foldedAt(tokens.end(i) - 2) : ' ';
    return (last == 's' && before != 's') || (last == 'd' && before == 'e');
  }

  /// "TiO2 makers", "theatre owners": a noun that no list has. It is capitalised amid a sentence or
  /// opens it; before "makers" it is what they make, "resistor makers".
  private static boolean isMaterialOf(Tokens tokens, int i, int head, int floor) {
    boolean noun =
        tokens.is(i, TokenKind.WORD)
            && !tokens.lineBefore(head)
            && WordClass.of(tokens, i) == WordClass.OPEN
            && COUNTS.find(tokens, i) == WordTable.ABSENT;
    boolean capitalised =
        tokens.capitalised(i) && (i == 0 || tokens.lineBefore(i) || !tokens.capitalised(head));
    boolean made =
        tokens.is(head, "makers") && tokens.start(i) >= floor && !endsLikeVerb(tokens, i);
    return noun && (capitalised || made);
  }

  /// "makers of cables", and where a clause opens with it "makers of freezers" too, or "the sellers
  /// of the tools".
  private static boolean isMade(Tokens tokens, int i, GroupFates fates, int from) {
    if (MODIFIERS.find(tokens, i) != WordTable.ABSENT) {
      return true;
    }
    int noun = tokens.is(i, "the") && i + 1 < tokens.size() ? i + 1 : i;
    return fates.opensClause(from)
        && tokens.is(noun, TokenKind.WORD)
        && WordClass.of(tokens, noun) == WordClass.OPEN
        && tokens.foldedAt(tokens.end(noun) - 1) == 's';
  }

  private static boolean isModifier(Tokens tokens, int i, int next) {
    if (!tokens.is(i, TokenKind.WORD) || tokens.lineBefore(next)) {
      return false;
    }
    boolean joined = tokens.joined(next) || tokens.joined(i);
    return (joined && WordClass.of(tokens, i) == WordClass.OPEN)
        || MODIFIERS.find(tokens, i) != WordTable.ABSENT;
  }

  private static Mention mention(Tokens tokens, int from, int to, boolean told, GroupFates fates) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        name.append(tokens.joined(i) ? '-' : ' ');
      }
      name.append(tokens.folded(i));
    }
    String id = SecurityList.entityId(AssetType.GROUP, null, name.toString());
    Security group = new Security(id, null, name.toString(), null, AssetType.GROUP);
    // "PC makers: Acer and Asus": what follows tells of those it names.
    boolean label = to < tokens.size() && tokens.isMark(to, ':');
    double confidence = told ? TOLD : fates.opensClause(from) && !label ? SUBJECT : SPOKEN_OF;
    return new Mention(tokens.span(from, to), group, Method.IMPLIED_GROUP, confidence);
  }
}
