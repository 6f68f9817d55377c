package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.BitSet;

/// What stands around a word that may be a name.
final class Surroundings {
  private static final double SUPPORTED = 0.85;
  private static final double COMPANY_WORD_BEHIND = 0.75;
  private static final double COMPANY_WORD_IN_SENTENCE = 0.6;
  private static final double CAPITAL_ALONE = 0.5;

  /// From this share of capitalised words on, capitals in a line tell nothing.
  private static final double TITLE_SHARE = 0.7;

  private static final int TITLE_WORDS = 3;

  /// Shorter words ("On", "Key") open too many phrases of a title.
  private static final int SHORTEST_IN_TITLE = 4;

  /// A shorter word is no name of a company: "A", "IT".
  private static final int SHORTEST_SUBJECT = 3;

  /// "USDJPY" has so many letters.
  private static final int PAIR_LETTERS = 6;

  /// Directly behind a word they make it a company: "Target shares", "Visa reported".
  private static final WordTable BEHIND =
      WordTable.of(
          "shares share stock stocks inc corp plc says said reports reported posts posted beats"
              + " beat misses missed announced announces bonds earnings results investors"
              + " shareholders management ceo cfo reiterated disclosed guided bulls bears makes"
              + " sells sold cuts raised lags trades expects plans owns bought spent hired ordered"
              + " shipped delivered itself guidance outlook update stake dividend listing");

  /// A sentence's first word before one of these is what the sentence is about.
  private static final WordTable VERBS =
      WordTable.of(
          "is was has had will would did does should could might may must cannot can't won't"
              + " doesn't didn't isn't hasn't");

  /// What companies do; before one of these even a common noun is a company: "Meta took", and
  /// before the author himself, "Mosaic we cannot call cheap".
  private static final WordTable ACTIONS =
      WordTable.of(
          "takes took wins won loses lost goes went gains gained filed files offers offered raises"
              + " raised needs wants gets got pays paid builds built runs ran leads led guides"
              + " guided launched signed made agreed bid lends lent passes passed keeps kept stays"
              + " stayed remains remained looks looked seems seemed earns earned comes came becomes"
              + " became belongs belonged makes gives gave serves served supplies supplied rents"
              + " manages managed collects collected produces produced operates operated competes"
              + " competed benefits benefited suffers suffered cannot buys bought acquires acquired"
              + " sells sold cuts hires hired launches launched issues issued owns owned holds held"
              + " reports reported beats misses missed joins joined pulls pulled signs opens opened"
              + " closes closed restarts restarted moves moved trades traded yields posts adds"
              + " added grows grew exits exited spins spun fills filled lists fell rises rose"
              + " jumped dropped slid climbed rallied slipped surged sank warned warns says said"
              + " expects expected prints printed refinanced defaulted digests wins merges"
              + " merged delivers delivered ships shipped expands expanded plans planned appoints"
              + " appointed guides trims trimmed lowers lowered confirms confirmed spends spent");

  /// Ratings and the like in the bracket behind a name: "Buzzi (Hold)", "Diploma (not held)".
  private static final WordTable IN_BRACKET =
      WordTable.of(
          "buy sell hold neutral overweight underweight outperform underperform reduce add"
              + " accumulate ow uw ew nr np op mp not unlisted private owned covered restricted");

  /// Nouns that nobody writes with a capital amid a sentence but for the company.
  private static final WordTable COMMON_NOUNS =
      WordTable.of(
          "apple visa shell gap meta snap chewy toast upstart workday snowflake cadence celsius"
              + " carnival whirlpool tapestry flutter lemonade grail titan");

  /// Common words that are names too and open sentences as words.
  private static final WordTable WORDS =
      WordTable.of(
          "target block square match zoom dash fiscal best progressive public national general"
              + " first sun gold silver oil crude copper sugar cotton coffee cocoa price pool grab"
              + " wise future trade growth value power energy capital credit market management"
              + " quality service systems world life home food water steel paper glass union core"
              + " peak summit compass beacon unity liberty independence heritage pioneer premier"
              + " ball cable dover host key news path ring rush sea sprout sweet tide vital west"
              + " arch bill box cars chart duke edge fair fast five flex fox frontier guess hope"
              + " insight intuitive journey light magic major masterbrand mission monster neural"
              + " nice novel origin paramount pilot portal post prudential rapid rocket root royal"
              + " safety score select sharp shift signal simply slack sonic spire spirit sprinkler"
              + " standard stride strategy surge swift thrive trip under upwork vertical victory"
              + " viking vista vital wave western wolf academy adaptive align aligned alight"
              + " aberdeen american applied array assembly beach benchmark bread builders bullish"
              + " butterfly cascades central cherry cincinnati citizens clicks close coal cohort"
              + " commerce compass connect consolidated contact continental cool covenant critical"
              + " customers deep definitive deluxe devoted diodes discover discovery diversified"
              + " driven dynamic east elastic electric cover agree empower endurance enhanced"
              + " equals essential euro evolution exact exchange exodus expand exploration express"
              + " extra extreme farmers fast federated fidelity figure financial flash flex flowers"
              + " forever fresh full fundamental fusion future gain games gaming genuine giant"
              + " global globe granite graphic green group guaranteed harmony hello honest honor"
              + " host houston hunting ideal illumina imperial independent industries innovative"
              + " installed insurance intact integrated interface invitation kindred knights"
              + " lancashire language legend likewise lineage liquid liverpool madrigal mankind"
              + " marks match merit metro minor minerals mobile motional mutual natural navigator"
              + " net nets nine noon north northern onto open orange organic original parade"
              + " parallel part partners perpetual persistent personal phoenix plug popular post"
              + " premium pressure prestige propel property prosperity protect pure pursuit quantum"
              + " quest ramp range rank rational reach react realty record recruit regional regions"
              + " reliance renew reply republic rest restore rush saga sands savers scales secure"
              + " seek senior serve shipping smart solar solid solutions sound southern special"
              + " spoons star stars state stellar strides supreme surgery synergy takeaway target"
              + " team tech technology texas text tidewater tiger toll torrid total totally touch"
              + " tourism travelers travel tribal true trust twist united universal urban value"
              + " vans venture via vicinity victoria vision warehouse waters wells wonder yellow"
              + " zurich zealand");

  /// Words that open sentences: a capital tells nothing there, even of a company named elsewhere.
  private static final WordTable FUNCTION_WORDS =
      WordTable.of(
          "on now next it a all key well see are out can one open so or be do has may new");

  /// Somewhere in the sentence they make it likely.
  private static final WordTable IN_SENTENCE =
      WordTable.of(
          "shares share stock stocks shareholder shareholders investors ceo cfo chairman management"
              + " earnings revenue revenues sales profit profits loss losses result results quarter"
              + " quarterly guidance outlook analyst analysts upgrade upgraded upgrades downgrade"
              + " downgraded downgrades rating rated overweight underweight outperform underperform"
              + " dividend dividends buyback buybacks margin margins maker makers retailer"
              + " chipmaker carmaker automaker rival rivals competitor competitors supplier"
              + " suppliers customer customers listed valuation ebitda eps acquisition acquire"
              + " acquired merger merge stake ipo reported posted estimates consensus orders demand"
              + " unit units business division stores price prices priced trading traded ounce"
              + " futures tonne tonnes barrel barrels rally rallied slid slipped climbed fell rose"
              + " falls rises drops slips gains edges firm firmer steady weak weaker strong"
              + " stronger higher lower"
              + " gained jumped surged dropped market markets currency"
              + " currencies token opec supply output exports");

  /// What is done with a currency whose code follows.
  private static final WordTable HELD =
      WordTable.of("long short buy sell own receive pay hedge hedged fade against versus vs");

  /// What the code of a currency before it tells the kind of.
  private static final WordTable HOLDINGS =
      WordTable.of(
          "carry vol volatility calls puts crosses longs shorts weakness strength forwards hedging"
              + " hedges depreciation appreciation exposure liquidity fixing peg is was at will");

  /// What opens a clause that tells more of the name before it.
  private static final WordTable RELATIVES = WordTable.of("which who whose");

  /// What columns of a table are called.
  private static final WordTable HEADS =
      WordTable.of(
          "rating rec old new prior price ccy mcap eps ticker company ebit ebitda"
              + " revenue sales view yield upside weight recommendation");

  /// What a commodity before it is only the material of.
  private static final WordTable MADE_OF =
      WordTable.of(
          "industry multiple maker makers smelter smelters plant plants business division unit"
              + " segment company companies wire pipe cans acre acres storage");

  /// Adverbs that may stand between a subject and its verb.
  private static final WordTable ADVERBS =
      WordTable.of("still also now already only never again alone simply merely");

  /// Clauses and moments that are called after the company that had them first.
  private static final WordTable EPONYMS = WordTable.of("moment blocker blockers fix trapdoor");

  /// Before a number they tell of a level of what stands behind it.
  private static final WordTable LEVELS =
      WordTable.of("under below above over of at sub about around roughly median average");

  private static final WordTable LIKENESSES = WordTable.of("style like esque type");

  /// How many tokens of a line tell that it is a row or the head of a table.
  private static final int ROW = 12;

  /// What a currency's code is multiplied by.
  private static final WordTable UNITS = WordTable.of("m mn mm bn tn million billion trillion");

  /// What is taken from a source whose name stands before it.
  private static final WordTable SOURCED =
      WordTable.of("data survey surveys index consensus estimates terminal terminals");

  /// Before "on" and the name of an exchange they tell that something trades there.
  private static final WordTable TRADED =
      WordTable.of(
          "listed listing list lists quoted trade trades traded trading start starts debut debuts"
              + " debuted float floats floated ipo ipos admitted delisted shares moved moves move");

  /// Behind the name of an exchange they tell that it is printed with a ticker.
  private static final WordTable CODES = WordTable.of("code codes ticker tickers symbol scrip");

  private static final Exchanges EXCHANGES = Exchanges.standard();

  private final Tokens tokens;
  private final Sentences sentences;
  private final BitSet capitals = new BitSet();
  private final BitSet titles = new BitSet();
  private final byte[] companyWords;

  Surroundings(Tokens tokens) {
    this.tokens = tokens;
    this.sentences = Sentences.of(tokens);
    this.companyWords = new byte[sentences.size()];
    markLines();
  }

  /// Whether token `i` stands in a line without lower-case words.
  boolean inCapitals(int i) {
    return capitals.get(i);
  }

  /// Whether token `i` stands in a line most of whose words are capitalised.
  boolean inTitle(int i) {
    return titles.get(i);
  }

  /// Whether token `i` is the first word of its sentence or line.
  boolean opensSentence(int i) {
    int first = sentences.first(sentences.containing(i));
    int k = i;
    while (k > first && tokens.is(k - 1, TokenKind.PUNCTUATION)) {
      k--;
    }
    boolean labelled = i > 1 && tokens.isMark(i - 1, ':') && tokens.lineBefore(i - 2);
    boolean quoted = i > 0 && (tokens.isMark(i - 1, '"') || tokens.isMark(i - 1, '“'));
    return k == first
        || tokens.lineBefore(i)
        || labelled
        || isAfterLead(i)
        || (quoted && tokens.spaceBefore(i - 1));
  }

  /// "CALL SUMMARY — Clear aligners": whether a dash stands before token `i` and only capitals
  /// before that in the line.
  private boolean isAfterLead(int i) {
    if (i < 2 || !(tokens.isMark(i - 1, '—') || tokens.isMark(i - 1, '–'))) {
      return false;
    }
    int k = i - 2;
    while (k >= 0 && i - k < ROW && tokens.is(k, TokenKind.WORD) && tokens.allCaps(k)) {
      if (k == 0 || tokens.lineBefore(k)) {
        return true;
      }
      k--;
    }
    return false;
  }

  /// `to`, or the token after when that is the dot of the abbreviation before it.
  int withDot(int to, boolean abbreviated) {
    boolean dot =
        abbreviated
            && to + 1 < tokens.size()
            && tokens.isMark(to, '.')
            && !tokens.spaceBefore(to)
            && sentences.containing(to) == sentences.containing(to + 1);
    return dot ? to + 1 : to;
  }

  /// How sure it is that the ambiguous words from `from` to `to` are the name; 0 when they are not
  /// to be taken for it.
  ///
  /// @param supported whether the text names the security surely elsewhere
  /// @param amongCompanies whether the text names any company surely
  double confidence(int from, int to, AssetType type, boolean supported, boolean amongCompanies) {
    if (isBeforeFigure(to) || (type == AssetType.FX && isUnit(from, to)) || isHeadOfColumn(from)) {
      return 0;
    }
    int next = to < tokens.size() && tokens.is(to, TokenKind.CLITIC) ? to + 1 : to;
    boolean companyWordBehind =
        next < tokens.size() && BEHIND.find(tokens, next) != WordTable.ABSENT;
    if (!companyWordBehind && (isPlainWord(from, to) || endsAnotherName(from))) {
      return 0;
    }
    if (supported) {
      return SUPPORTED;
    }
    if (!companyWordBehind && (isOfNation(to) || UnlistedNames.isInPlace(tokens, to))) {
      return 0;
    }
    if (inCapitals(from) || isInPhraseOfCapitals(from, to)) {
      return 0;
    }
    if (!companyWordBehind && tokens.allCaps(from) && isAfterArticle(from)) {
      return 0;
    }
    if (opensRow(from, to) && WORDS.find(tokens, from) == WordTable.ABSENT) {
      return COMPANY_WORD_BEHIND;
    }
    boolean proper =
        switch (type) {
          case EQUITY, ETF, PRIVATE, GROUP -> true;
          case INDEX, CRYPTO, FX, COMMODITY, RATE -> false;
        };
    if (!proper) {
      boolean traded = hasCompanyWord(from) || (type == AssetType.FX && isHeld(from, to));
      return traded ? COMPANY_WORD_IN_SENTENCE : 0;
    }
    if (titles.get(from) && tokens.end(from) - tokens.start(from) < SHORTEST_IN_TITLE) {
      return 0;
    }
    if (companyWordBehind) {
      return COMPANY_WORD_BEHIND;
    }
    if (titles.get(from)) {
      return 0;
    }
    if (opensSentence(from)) {
      return isRated(to) || (amongCompanies && isOddSubject(from, to)) ? CAPITAL_ALONE : 0;
    }
    boolean noun = COMMON_NOUNS.find(tokens, from) != WordTable.ABSENT;
    if (!noun && beginsAnotherName(to)) {
      return 0;
    }
    if (hasCompanyWord(from)) {
      return COMPANY_WORD_IN_SENTENCE;
    }
    return noun || amongCompanies ? CAPITAL_ALONE : 0;
  }

  /// "short BRL", "INR carry": whether the code of a currency is what somebody holds.
  private boolean isHeld(int from, int to) {
    boolean before = from > 0 && HELD.find(tokens, from - 1) != WordTable.ABSENT;
    return tokens.allCaps(from)
        && (before || (to < tokens.size() && HOLDINGS.find(tokens, to) != WordTable.ABSENT));
  }

  /// "The RBI has not approved", "an EMS of its own": institutions and common nouns have an
  /// article, tickers have none.
  boolean isAfterArticle(int from) {
    return from > 0
        && (tokens.is(from - 1, "the") || tokens.is(from - 1, "a") || tokens.is(from - 1, "an"));
  }

  /// How sure it is that the words from `from` to `to`, with which a legal name begins, are the
  /// company: more than a capital must speak for it.
  double ofShortForm(int from, int to, boolean supported, boolean amongCompanies) {
    if (isBeforeFigure(to) || endsAnotherName(from) || beginsAnotherName(to)) {
      return 0;
    }
    if (supported) {
      return SUPPORTED;
    }
    if (inCapitals(from) || titles.get(from)) {
      return 0;
    }
    int next = to < tokens.size() && tokens.is(to, TokenKind.CLITIC) ? to + 1 : to;
    if (next < tokens.size() && BEHIND.find(tokens, next) != WordTable.ABSENT) {
      return COMPANY_WORD_BEHIND;
    }
    if (isOfNation(to)) {
      return 0;
    }
    boolean subject = acts(to) || (!opensSentence(from) && isSubject(from, to));
    return isRated(to) || (amongCompanies && subject) ? CAPITAL_ALONE : 0;
  }

  /// "Brookfield anchors with", "Elliott still holds 3%": whether a verb in the third person stands
  /// at token `to`, an adverb before it or not. A plural looks like one, but no preposition or
  /// determiner follows it so often.
  private boolean isSubjectOfVerb(int to) {
    boolean adverb = ADVERBS.find(tokens, to) != WordTable.ABSENT;
    int verb = adverb ? to + 1 : to;
    if (verb + 1 >= tokens.size() || tokens.lineBefore(verb) || !tokens.is(verb, TokenKind.WORD)) {
      return false;
    }
    int end = tokens.end(verb);
    boolean third =
        tokens.foldedAt(end - 1) == 's'
            && tokens.foldedAt(end - 2) != 's'
            && WordClass.of(tokens, verb) == WordClass.OPEN
            && !tokens.capitalised(verb);
    boolean object =
        tokens.kind(verb + 1).isFigure()
            || WordClass.of(tokens, verb + 1) == WordClass.DETERMINER
            || tokens.is(verb + 1, "with");
    return third && object;
  }

  /// "Viper, which lives off its parent", but not "the Boxer, which": more is told of the name from
  /// `from` to `to`.
  private boolean isSubject(int from, int to) {
    return to + 1 < tokens.size()
        && tokens.isMark(to, ',')
        && !tokens.lineBefore(to)
        && RELATIVES.find(tokens, to + 1) != WordTable.ABSENT
        && (from == 0 || WordClass.of(tokens, from - 1) != WordClass.DETERMINER);
  }

  /// "Olaplex, now Henkel's", "DS Smith, now in IP": whether the company whose name ends at token
  /// `to` has become a part of another, so that nobody holds it.
  boolean isMerged(int to) {
    if (to + 3 >= tokens.size() || !tokens.isMark(to, ',') || !tokens.is(to + 1, "now")) {
      return false;
    }
    boolean part =
        tokens.is(to + 2, "in") || tokens.is(to + 2, "part") || tokens.is(to + 2, "inside");
    boolean owned = tokens.capitalised(to + 2) && tokens.is(to + 3, TokenKind.CLITIC);
    return part || owned;
  }

  /// "NEAR TERM: ": whether the words from `from` to `to` and the next are in capitals, as heads
  /// are.
  private boolean isInPhraseOfCapitals(int from, int to) {
    return to < tokens.size()
        && tokens.allCaps(from)
        && (from == 0 || tokens.lineBefore(from))
        && !tokens.lineBefore(to)
        && tokens.is(to, TokenKind.WORD)
        && tokens.allCaps(to);
  }

  /// "KKR-style", "Amazon-like", "the J.Crew fix", "a Lehman moment": whether the name that ends at
  /// token `to` only tells what something is like, or after whom it is called.
  boolean isLikened(int to) {
    WordTable words = to < tokens.size() && tokens.joined(to) ? LIKENESSES : EPONYMS;
    return to < tokens.size() && !tokens.lineBefore(to) && words.find(tokens, to) >= 0;
  }

  /// "under 640 FICO": whether the capitals at `from` are what the number before them counts.
  boolean isCounted(int from, int to) {
    return to == from + 1
        && from > 1
        && tokens.allCaps(from)
        && !tokens.lineBefore(from)
        && tokens.is(from - 1, TokenKind.NUMBER)
        && LEVELS.find(tokens, from - 2) != WordTable.ABSENT;
  }

  /// "per TrendForce", "says Kpler", "Placer data": whether the name from `from` to `to` only tells
  /// where figures come from.
  boolean isSource(int from, int to) {
    boolean before =
        from > 0
            && (tokens.is(from - 1, "per")
                || tokens.is(from - 1, "says")
                || tokens.is(from - 1, "said")
                || tokens.is(from - 1, "source")
                || (from > 1
                    && ((tokens.is(from - 2, "according") && tokens.is(from - 1, "to"))
                        || (tokens.is(from - 2, "data") && tokens.is(from - 1, "from")))));
    int next = to < tokens.size() && tokens.is(to, TokenKind.CLITIC) ? to + 1 : to;
    boolean data =
        next < tokens.size()
            && !tokens.lineBefore(next)
            && SOURCED.find(tokens, next) != WordTable.ABSENT;
    return before || data;
  }

  /// "listed on KOSDAQ", "NSE KEII", "BSE code 517569": whether the exchange that the token at
  /// `from` names only tells where something trades.
  boolean isVenue(int from, int to) {
    if (to > from + 1 || EXCHANGES.byName(tokens.folded(from)) == null) {
      return false;
    }
    int on = from > 0 && tokens.is(from - 1, "the") ? from - 2 : from - 1;
    boolean place =
        on > 0
            && (tokens.is(on, "on") || tokens.is(on, "to") || tokens.is(on, "from"))
            && TRADED.find(tokens, on - 1) != WordTable.ABSENT;
    boolean code =
        to < tokens.size()
            && !tokens.lineBefore(to)
            && (CODES.find(tokens, to) != WordTable.ABSENT
                || (tokens.is(to, TokenKind.WORD)
                    && tokens.allCaps(to)
                    && LegalForms.after(tokens, to) == to
                    && tokens.end(to) - tokens.start(to) > 2));
    return place || code;
  }

  /// "the aluminium industry": whether the commodity that ends at token `to` only tells of what
  /// kind the next noun is.
  boolean isMaterialOf(int to) {
    return to < tokens.size()
        && !tokens.lineBefore(to)
        && MADE_OF.find(tokens, to) != WordTable.ABSENT;
  }

  /// "Berkeley Hold 3,950 4,100": whether the name that ends at token `to` opens a row of a table.
  private boolean opensRow(int from, int to) {
    if (!(from == 0 || tokens.lineBefore(from)) || to + 2 >= tokens.size()) {
      return false;
    }
    int figures = 0;
    boolean rated = false;
    for (int i = to; i < to + ROW && i < tokens.size() && !tokens.lineBefore(i); i++) {
      figures += tokens.kind(i).isFigure() ? 1 : 0;
      rated |= tokens.capitalised(i) && IN_BRACKET.find(tokens, i) != WordTable.ABSENT;
    }
    return rated && figures > 1;
  }

  /// "Rating Target (old) EPS": whether the word at `i` stands in a line of heads of columns.
  private boolean isHeadOfColumn(int i) {
    int heads = 0;
    for (int k = i; k < tokens.size() && k - i < ROW && (k == i || !tokens.lineBefore(k)); k++) {
      heads += isHeadWord(k) ? 1 : 0;
    }
    for (int k = i; k > 0 && i - k < ROW && !tokens.lineBefore(k); k--) {
      heads += isHeadWord(k - 1) ? 1 : 0;
    }
    return heads > 1;
  }

  private boolean isHeadWord(int i) {
    return tokens.capitalised(i) && HEADS.find(tokens, i) != WordTable.ABSENT;
  }

  /// "Axis is a different animal", "Meta took", "Santos without a bid", but not "Target is" nor "It
  /// has".
  private boolean isOddSubject(int from, int to) {
    if (tokens.is(from, "on")) {
      return true;
    }
    if (to >= tokens.size()
        || WordClass.of(tokens, from) != WordClass.OPEN
        || WORDS.find(tokens, from) != WordTable.ABSENT) {
      return false;
    }
    if (acts(to) || isSubject(from, to) || isSubjectOfVerb(to)) {
      return tokens.end(from) - tokens.start(from) >= SHORTEST_SUBJECT;
    }
    return COMMON_NOUNS.find(tokens, from) == WordTable.ABSENT && !isOfNounBehind(to);
  }

  /// "Bread prices", "Berkeley Square": whether the word before token `to` may only tell more of a
  /// noun there, so that it need not be a name.
  private boolean isOfNounBehind(int to) {
    return tokens.is(to, TokenKind.WORD)
        && !tokens.lineBefore(to)
        && WordClass.of(tokens, to) == WordClass.OPEN;
  }

  /// "a Norwegian customer", "North American capacity": whether the name that ends at token `to` is
  /// rather an adjective of what follows.
  boolean isOfNation(int to) {
    return UnlistedNames.isNationality(tokens, to - 1)
        && to < tokens.size()
        && !acts(to)
        && !tokens.capitalised(to)
        && isOfNounBehind(to);
  }

  /// Whether the ticker from `from` to `to` opens its sentence and is what that speaks of: "RSI: no
  /// news", "MGM - half of the venture", "HOOD takes the fee".
  boolean isHead(int from, int to) {
    if (to >= tokens.size() || !opensSentence(from) || isBeforeFigure(to)) {
      return false;
    }
    boolean mark = tokens.isMark(to, ':') || tokens.isMark(to, '-') || tokens.isMark(to, '–');
    return mark || isRated(to) || acts(to) || VERBS.find(tokens, to) != WordTable.ABSENT;
  }

  /// Whether the word at `i` belongs to the grammar of any sentence.
  boolean isFunctionWord(int i) {
    return FUNCTION_WORDS.find(tokens, i) != WordTable.ABSENT;
  }

  private boolean acts(int i) {
    return i < tokens.size() && isAction(i);
  }

  private boolean isAction(int i) {
    return ACTIONS.find(tokens, i) != WordTable.ABSENT
        || tokens.is(i, "'s")
        || tokens.is(i, "we")
        || tokens.is(i, "i");
  }

  /// "Buzzi (Hold)", "Diploma (5.2%)": behind it a bracket with a rating or a weight.
  private boolean isRated(int to) {
    if (to + 1 >= tokens.size() || !tokens.isMark(to, '(')) {
      return false;
    }
    return tokens.is(to + 1, TokenKind.PERCENT)
        || IN_BRACKET.find(tokens, to + 1) != WordTable.ABSENT;
  }

  /// "Berkeley Square": a capitalised word behind it.
  private boolean beginsAnotherName(int to) {
    return to < tokens.size()
        && !tokens.lineBefore(to)
        && tokens.is(to, TokenKind.WORD)
        && tokens.end(to) - tokens.start(to) > 1
        && tokens.capitalised(to)
        && !tokens.allCaps(to);
  }

  /// Whether what stands from `to` to `from` only lists what stands around it: ", " or " and ".
  boolean isListed(int to, int from) {
    if (to >= from || from - to > 2 || tokens.paragraphBefore(from)) {
      return false;
    }
    for (int i = to; i < from; i++) {
      boolean link =
          tokens.is(i, "and")
              || tokens.is(i, "or")
              || tokens.isMark(i, ',')
              || tokens.isMark(i, '&')
              || tokens.isMark(i, '/');
      if (!link) {
        return false;
      }
    }
    return true;
  }

  /// "On margins we are calm", "Put it ON the list"; but "On is growing".
  private boolean isPlainWord(int from, int to) {
    boolean subject =
        tokens.is(from, "on")
            && !tokens.allCaps(from)
            && to < tokens.size()
            && VERBS.find(tokens, to) != WordTable.ABSENT;
    return to - from == 1
        && !subject
        && FUNCTION_WORDS.find(tokens, from) != WordTable.ABSENT
        && (opensSentence(from) || tokens.allCaps(from));
  }

  /// "Harrison Ford": a capitalised word before it amid a sentence, which is no name by itself.
  boolean endsAnotherName(int from) {
    int before = from - 1;
    if (isSecondOfTwo(from)) {
      return true;
    }
    return before >= 0
        && !tokens.lineBefore(from)
        && tokens.is(before, TokenKind.WORD)
        && tokens.capitalised(before)
        && !tokens.allCaps(before)
        && tokens.end(before) - tokens.start(before) > 1
        && !titles.get(from)
        && !opensSentence(before);
  }

  /// "Limmatquai Strategy": whether token `from` and a capitalised word before it are all that
  /// their line has.
  private boolean isSecondOfTwo(int from) {
    int before = from - 1;
    return before >= 0
        && (before == 0 || tokens.lineBefore(before))
        && !tokens.lineBefore(from)
        && from + 1 < tokens.size()
        && tokens.lineBefore(from + 1)
        && tokens.is(before, TokenKind.WORD)
        && tokens.capitalised(before)
        && WordClass.of(tokens, before) == WordClass.OPEN;
  }

  /// Whether the code of a currency only says what a figure is counted in: "EUR 25.94", "205 USD",
  /// "CHF m".
  boolean isUnit(int from, int to) {
    if (isPair(from, to)) {
      return false;
    }
    boolean before = from > 0 && tokens.kind(from - 1).isFigure() && !tokens.lineBefore(from);
    boolean after = to < tokens.size() && !tokens.lineBefore(to);
    boolean bracket = from > 0 && after && tokens.isMark(from - 1, '(') && tokens.isMark(to, ')');
    boolean counted = from > 0 && (tokens.is(from - 1, "a") || tokens.is(from - 1, "per"));
    return before
        || bracket
        || counted
        || (after && (tokens.kind(to).isFigure() || UNITS.find(tokens, to) != WordTable.ABSENT));
  }

  /// "USD/KRW 1,462", "USDBRL 5.31": two currencies are what the figure is of.
  private boolean isPair(int from, int to) {
    return tokens.allCaps(from)
        && (to - from == 3 || tokens.end(from) - tokens.start(from) == PAIR_LETTERS);
  }

  /// "Target $84" and "Target: 22%" are no company.
  private boolean isBeforeFigure(int to) {
    if (to >= tokens.size()) {
      return false;
    }
    if (tokens.is(to, TokenKind.MONEY)) {
      return true;
    }
    return tokens.isMark(to, ':') && to + 1 < tokens.size() && tokens.kind(to + 1).isFigure();
  }

  /// Looked up once a sentence, so that a long sentence full of names costs no more than others.
  private boolean hasCompanyWord(int i) {
    int s = sentences.containing(i);
    if (companyWords[s] == 0) {
      companyWords[s] = 1;
      for (int k = sentences.first(s); k < sentences.end(s); k++) {
        if (IN_SENTENCE.find(tokens, k) != WordTable.ABSENT) {
          companyWords[s] = 2;
          break;
        }
      }
    }
    return companyWords[s] == 2;
  }

  private void markLines() {
    int first = 0;
    int words = 0;
    int capitalised = 0;
    int inCapitals = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || (i > 0 && tokens.lineBefore(i))) {
        if (words >= TITLE_WORDS) {
          capitals.set(first, i, inCapitals == words);
          titles.set(first, i, capitalised >= words * TITLE_SHARE);
        }
        first = i;
        words = 0;
        capitalised = 0;
        inCapitals = 0;
      }
      if (i < tokens.size() && tokens.is(i, TokenKind.WORD)) {
        words++;
        capitalised += tokens.capitalised(i) ? 1 : 0;
        inCapitals += tokens.allCaps(i) || tokens.end(i) - tokens.start(i) == 1 ? 1 : 0;
      }
    }
  }
}
