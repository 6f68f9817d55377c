package io.readthrough.core.security;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution.Method;
import io.readthrough.core.security.TickerForms.Bracket;
import io.readthrough.core.security.TickerForms.Listing;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The search of one text.
final class MentionSearch {
  private static final double LEGAL_NAME = 0.97;
  private static final double PHRASE = 0.95;
  private static final double WORD = 0.9;
  private static final double LOOSE_LEGAL_NAME = 0.85;
  private static final double INTRODUCED = 0.85;
  private static final double BARE_IN_BRACKETS = 0.85;
  private static final double SUPPORTED_TICKER = 0.9;
  private static final double LONE_TICKER = 0.6;
  private static final double LISTED = 0.6;
  private static final double WORD_AS_TICKER = 0.5;

  /// A text with so many tickers among its sentences calls companies by them.
  private static final int USUAL_TICKERS = 2;

  /// How many words of a name may stand between those that the list has and its ticker.
  private static final int LONGEST_REST = 3;

  /// A lone ticker in running text needs so many letters.
  private static final int LONE_TICKER_LETTERS = 3;

  private final SecurityMaster list;
  private final Tokens tokens;
  private final TickerForms forms;
  private final Surroundings surroundings;
  private final IntroducedNames introduced;
  private final List<Candidate> candidates = new ArrayList<>();
  private final SureNames sure;
  private final BitSet lookalikes = new BitSet();

  /// The companies that the text calls a part of another.
  private final Set<String> merged = new HashSet<>();

  private int bareTickers;

  MentionSearch(SecurityMaster list, Tokens tokens) {
    this.list = list;
    this.tokens = tokens;
    this.forms = new TickerForms(tokens, list);
    this.surroundings = new Surroundings(tokens);
    this.introduced = new IntroducedNames(tokens);
    this.sure = new SureNames(list);
  }

  /// A mention, or what may be one.
  ///
  /// @param doubt why it is not sure; null when it is
  /// @param others what its words name besides, as [Name#others]
  private record Candidate(
      int from,
      int to,
      Security security,
      Method method,
      double confidence,
      @Nullable Doubt doubt,
      List<Security> others) {}

  /// Why something may be no mention.
  private enum Doubt {
    AMBIGUOUS_NAME,
    SHORT_FORM,
    BARE_TICKER,
    WORD_TICKER,
    ABBREVIATION,
    FIRMS_BARE_TICKER
  }

  List<Mention> run() {
    int i = 0;
    while (i < tokens.size()) {
      i = step(i);
    }
    dropShortForms();
    addUnlisted();
    if (!introduced.isEmpty()) {
      addIntroduced();
    }
    double[] confidences = confidences();
    List<Mention> mentions = new ArrayList<>(candidates.size());
    for (int c = 0; c < confidences.length; c++) {
      Candidate it = candidates.get(c);
      double confidence = confidences[c] > 0 ? confidences[c] : listed(c, confidences);
      Security security = meant(it);
      if (isCompany(it) && !SureNames.isCompany(security) && isListedWithItsLike(c, confidences)) {
        security = it.security();
      }
      if (confidence > 0 && !merged.contains(security.entityId())) {
        TextSpan span = tokens.span(it.from(), it.to());
        mentions.add(new Mention(span, security, it.method(), confidence));
      }
    }
    return List.copyOf(mentions);
  }

  private double[] confidences() {
    double[] confidences = new double[candidates.size()];
    for (int c = 0; c < confidences.length; c++) {
      confidences[c] = confidence(candidates.get(c), meant(candidates.get(c)));
    }
    return confidences;
  }

  /// Drops the short forms that nothing speaks for: "Shipping" is free to end another name.
  private void dropShortForms() {
    double[] confidences = confidences();
    List<Candidate> kept = new ArrayList<>(candidates.size());
    for (int c = 0; c < confidences.length; c++) {
      boolean doubtful = candidates.get(c).doubt() == Doubt.SHORT_FORM && confidences[c] == 0;
      if (!doubtful || listed(c, confidences) > 0) {
        kept.add(candidates.get(c));
      }
    }
    candidates.clear();
    candidates.addAll(kept);
  }

  /// "Lear and BorgWarner", "SOL and ETH": the confidence in an ambiguous name that stands in a
  /// list with another company's; 0 when it does not.
  private double listed(int c, double[] confidences) {
    Candidate it = candidates.get(c);
    boolean plain = surroundings.isFunctionWord(it.from()) && !tokens.allCaps(it.from());
    boolean doubtful = it.doubt() != null && (isCompany(it) || isCoin(it)) && !plain;
    boolean whole = !surroundings.endsAnotherName(it.from()) && !surroundings.isOfNation(it.to());
    return doubtful && whole && isListedWithItsLike(c, confidences) ? LISTED : 0;
  }

  private boolean isListedWithItsLike(int c, double[] confidences) {
    Candidate it = candidates.get(c);
    boolean before = c > 0 && supports(candidates.get(c - 1), confidences[c - 1], it);
    boolean after =
        c + 1 < confidences.length && supports(candidates.get(c + 1), confidences[c + 1], it);
    return before || after;
  }

  /// Whether `other` is a company, or a coin, as `it` is and listed with it.
  private boolean supports(Candidate other, double confidence, Candidate it) {
    Candidate first = other.from() < it.from() ? other : it;
    Candidate second = other.from() < it.from() ? it : other;
    boolean alike = isCompany(it) ? isCompany(other) : isCoin(it) && isCoin(other);
    return confidence > 0 && alike && surroundings.isListed(first.to(), second.from());
  }

  private static boolean isAmbiguous(Candidate c) {
    return c.doubt() == Doubt.AMBIGUOUS_NAME || c.doubt() == Doubt.SHORT_FORM;
  }

  private static boolean isCompany(Candidate c) {
    return SureNames.isCompany(c.security());
  }

  private static boolean isCompany(Name name) {
    return SureNames.isCompany(name.security());
  }

  private static boolean isCoin(Candidate c) {
    return c.security().assetType() == AssetType.CRYPTO;
  }

  /// Reads what starts at token `i` and answers where to go on.
  private int step(int i) {
    Bracket bracket = bracketAfterStrange(i);
    if (bracket != null) {
      return bracketed(i, bracket);
    }
    if (isCalledPrivate(i)) {
      unlisted(i);
      return i + 1;
    }
    Listing listing = forms.at(i);
    if (listing != null) {
      return add(i, listing.end(), listing.security(), listing.method(), 1, null);
    }
    SecurityMaster.FoundName found = list.findName(tokens, i);
    if (found != null) {
      int end = found.end();
      Name name = found.name();
      if (name == null) {
        lookalikes.set(i, end);
        return end;
      }
      boolean capitals = end == i + 1 && tokens.allCaps(i);
      boolean compound = capitals && isPartOfCompound(i);
      if (name.fits(tokens, i, end) && !compound && !(capitals && isTickerOfAnother(i, name))) {
        return named(i, end, name);
      }
    }
    return ticker(i);
  }

  /// "ON and Microchip": whether the capitals at token `i` are a word that names a company when it
  /// is not in capitals, and the ticker of another.
  private boolean isTickerOfAnother(int i, Name name) {
    Security other = name.ambiguous() && !name.inCapitals() ? list.byTicker(tokens.text(i)) : null;
    return other != null
        && other.assetType() == AssetType.EQUITY
        && !other.entityId().equals(name.security().entityId());
  }

  /// The tickers in the bracket that opens at token `i`, behind a name that no list has.
  private @Nullable Bracket bracketAfterStrange(int i) {
    if (i == 0 || !tokens.isMark(i, '(')) {
      return forms.bracket(i);
    }
    int after = candidates.isEmpty() ? 0 : candidates.getLast().to();
    int from = introduced.nameBefore(i, after, surroundings);
    return from == i ? forms.bracket(i) : forms.bracketOf(tokens.text(from), i);
  }

  /// "(unlisted)", "(not listed)", ", private,".
  private boolean isCalledPrivate(int i) {
    if (i < 2 || i + 2 >= tokens.size()) {
      return false;
    }
    boolean not = tokens.is(i, "not") && tokens.is(i + 1, "listed");
    int end = not ? i + 2 : i + 1;
    return (tokens.isMark(i - 1, '(') || tokens.isMark(i - 1, ','))
        && (tokens.isMark(end, ')') || tokens.isMark(end, ','))
        && (not || tokens.is(i, "private") || tokens.is(i, "unlisted"));
  }

  /// Adds the name that token `i` calls private, where no list has it.
  private void unlisted(int i) {
    int after = candidates.isEmpty() ? 0 : candidates.getLast().to();
    int to = i - 1;
    int from = introduced.nameBefore(to, after, surroundings);
    if (from == to || tokens.end(to - 1) - tokens.start(from) < 3) {
      return;
    }
    String name = tokens.span(from, to).of(tokens.text());
    Security security = unlisted(name);
    introduced.add(from, to, security);
    add(from, to, security, Method.ALIAS, INTRODUCED, null);
  }

  /// A name, its legal form and the ticker in brackets behind it are one mention. The ticker
  /// decides which security it is, unless the list does not know it and knows the name.
  private int named(int from, int end, Name name) {
    AssetType type = name.security().assetType();
    if ((type == AssetType.COMMODITY && surroundings.isMaterialOf(end))
        || (isCurrency(type, from) && tokens.allCaps(from) && surroundings.isUnit(from, end))) {
      return end;
    }
    if (surroundings.isLikened(end)
        || surroundings.isVenue(from, end)
        || surroundings.isCounted(from, end)
        || isWithStranger(from, end)
        || (name.ambiguous() && isPossessed(from))
        || (type == AssetType.PRIVATE && surroundings.isSource(from, end))) {
      return end;
    }
    if (name.ambiguous() && isCalledPrivate(end + 1)) {
      return from + 1;
    }
    int to = LegalForms.after(tokens, end);
    to = surroundings.withDot(to, LegalForms.isForm(tokens, to - 1));
    Bracket bracket = to < tokens.size() ? forms.bracketOf(tokens.text(from), to) : null;
    if (bracket == null && isOfLongerName(end)) {
      return end;
    }
    if (bracket != null) {
      Listing listing = bracket.listing();
      boolean same = listing.security().entityId().equals(name.security().entityId());
      boolean strange = !listing.listed() && !name.ambiguous();
      if (same || !listing.bare()) {
        Security security = strange ? name.security() : listing.security();
        if (!same && !strange) {
          introduced.add(from, end, security);
        }
        sure.addFirstWord(tokens.text(from), security);
        return add(from, bracket.end(), security, listing.method(), 1, null);
      }
      if (listing.bare() && introduced.isAcronym(to + 1, from, end)) {
        introduced.addAcronym(to + 1, name.security());
      }
    }
    if (surroundings.isMerged(to)) {
      merged.add(name.security().entityId());
    }
    if (LegalForms.isCertain(tokens, end, to)) {
      return add(from, to, name.security(), Method.LEGAL_NAME, LEGAL_NAME, null);
    }
    Security code = end - from == 1 ? sure.byCode(tokens.text(from)) : null;
    if (code != null) {
      return add(from, to, code, Method.EXPLICIT_TICKER, SUPPORTED_TICKER, null);
    }
    Security longer = end - from == 1 ? sure.byFirstWord(tokens.text(from)) : null;
    if (longer != null && !sure.contains(name.security()) && isCompany(name)) {
      return add(from, to, longer, Method.ALIAS, WORD, null);
    }
    if (!name.ambiguous()) {
      if (end - from > 1 && name.security().assetType() == AssetType.EQUITY) {
        sure.addFirstWord(tokens.text(from), name.security());
      }
      introduced.addDistinctWord(from, end, name.security());
      double confidence = end - from > 1 ? PHRASE : WORD;
      return add(from, to, name.security(), Method.ALIAS, confidence, null);
    }
    if (to > end && name.security().name().contains(tokens.text(to - 1))) {
      return add(from, to, name.security(), Method.LEGAL_NAME, LOOSE_LEGAL_NAME, null);
    }
    candidates.add(
        new Candidate(
            from,
            end,
            name.security(),
            Method.ALIAS,
            WORD,
            name.shortForm() ? Doubt.SHORT_FORM : Doubt.AMBIGUOUS_NAME,
            name.others()));
    return end;
  }

  /// "EUR", and "MOP" of potash and of Macau.
  private boolean isCurrency(AssetType type, int i) {
    return type == AssetType.FX
        || (type == AssetType.COMMODITY && TradeAbbreviations.isCurrency(tokens, i));
  }

  /// "Crane & Osprey": whether the word at `from` is joined with one that names nothing, so that
  /// both are another firm's name.
  private boolean isWithStranger(int from, int end) {
    int other = end + 1;
    return end == from + 1
        && other < tokens.size()
        && tokens.isMark(end, '&')
        && tokens.is(other, TokenKind.WORD)
        && tokens.capitalised(other)
        && !LegalForms.isForm(tokens, other)
        && list.findName(tokens, other) == null
        && list.byTicker(tokens.text(other)) == null;
  }

  /// "Envista's Spark": whether a company owns what starts at token `from`.
  private boolean isPossessed(int from) {
    return from > 0
        && tokens.is(from - 1, TokenKind.CLITIC)
        && !candidates.isEmpty()
        && candidates.getLast().to() == from - 1
        && isCompany(candidates.getLast());
  }

  /// Whether a name that ends at token `end` is only the beginning of one whose ticker is printed:
  /// "Samsung Heavy (010140 KS)" is no Samsung.
  private boolean isOfLongerName(int end) {
    int to = end;
    while (to < tokens.size()
        && to - end < LONGEST_REST
        && tokens.is(to, TokenKind.WORD)
        && tokens.capitalised(to)
        && !tokens.lineBefore(to)) {
      to++;
    }
    Bracket bracket = to > end && to < tokens.size() ? forms.bracket(to) : null;
    return bracket != null && !bracket.listing().bare();
  }

  /// A ticker in brackets that no listed name stands before.
  private int bracketed(int i, Bracket bracket) {
    Listing listing = bracket.listing();
    int after = candidates.isEmpty() ? 0 : candidates.getLast().to();
    int from = introduced.nameBefore(i, after, surroundings);
    if (listing.bare() && (from == i || !introduced.isTickerOf(i + 1, from, i, listing.listed()))) {
      if (from < i && introduced.isAcronym(i + 1, from, i)) {
        return bracket.end();
      }
      return i + 1;
    }
    Security security = listing.security();
    if (from < i && !listing.listed()) {
      String name = tokens.span(from, i).of(tokens.text());
      security =
          new Security(
              security.entityId(),
              security.ticker(),
              name,
              security.exchangeMic(),
              security.assetType());
    }
    if (from < i) {
      introduced.add(from, i, security);
      sure.addFirstWord(tokens.text(from), security);
    }
    if (!listing.listed()) {
      introduced.addFirstWord(from, i, security);
      introduced.addTicker(i + 1, listing.end(), security);
    }
    double confidence = listing.bare() ? BARE_IN_BRACKETS : 1;
    return add(from, bracket.end(), security, listing.method(), confidence, null);
  }

  /// "JPM" in running text.
  private int ticker(int i) {
    if (tokens.is(i, TokenKind.WORD)
        && tokens.end(i) - tokens.start(i) <= 5
        && tokens.allCaps(i)
        && !isPartOfCompound(i)
        && !surroundings.inCapitals(i)) {
      String code = tokens.text(i);
      Security listed = list.byTicker(code);
      boolean unit = TradeAbbreviations.isCurrency(tokens, i) && surroundings.isUnit(i, i + 1);
      if (listed == null || unit) {
        return i + 1;
      }
      if (SureNames.isCompany(listed) && TradeAbbreviations.contains(tokens, i)) {
        return add(i, i + 1, listed, Method.EXPLICIT_TICKER, LONE_TICKER, Doubt.ABBREVIATION);
      }
      if (list.isWord(code)) {
        return add(i, i + 1, listed, Method.EXPLICIT_TICKER, LONE_TICKER, Doubt.WORD_TICKER);
      }
      Doubt doubt = list.standsAlone(code) ? Doubt.BARE_TICKER : Doubt.FIRMS_BARE_TICKER;
      return add(i, i + 1, listed, Method.EXPLICIT_TICKER, LONE_TICKER, doubt);
    }
    return i + 1;
  }

  /// "AFL-CIO", "NTN-B", "IPCA-15".
  private boolean isPartOfCompound(int i) {
    boolean before = tokens.joined(i) || isNumeral(i);
    boolean after = i + 1 < tokens.size() && tokens.joined(i + 1);
    return before || (after && (isInitial(i + 1) || tokens.kind(i + 1).isFigure()));
  }

  /// "GTA VI": letters that count, behind a name.
  private boolean isNumeral(int i) {
    if (i == 0 || tokens.lineBefore(i) || !tokens.capitalised(i - 1)) {
      return false;
    }
    for (int k = tokens.start(i); k < tokens.end(i); k++) {
      if ("ivx".indexOf(tokens.foldedAt(k)) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isInitial(int i) {
    boolean letter = tokens.end(i) - tokens.start(i) == 1;
    return letter ? tokens.capitalised(i) : tokens.allCaps(i);
  }

  private int add(
      int from,
      int to,
      Security security,
      Method method,
      double confidence,
      @Nullable Doubt doubt) {
    candidates.add(new Candidate(from, to, security, method, confidence, doubt, List.of()));
    bareTickers += doubt == Doubt.BARE_TICKER || isOnlyTicker(from, method) ? 1 : 0;
    if (doubt == null) {
      sure.add(security);
    }
    return to;
  }

  private boolean isLongTicker(Candidate c) {
    return tokens.end(c.from()) - tokens.start(c.from()) >= LONE_TICKER_LETTERS
        && !surroundings.isFunctionWord(c.from());
  }

  /// Whether a sure mention that starts at token `from` is a ticker without a name before it.
  private boolean isOnlyTicker(int from, Method method) {
    return method == Method.EXPLICIT_TICKER && (tokens.allCaps(from) || tokens.isMark(from, '('));
  }

  /// Introduces the companies that nothing but the words around them tells of.
  private void addUnlisted() {
    List<UnlistedNames.Stretch> known = new ArrayList<>(candidates.size());
    for (Candidate c : candidates) {
      boolean company = isCompany(c) && confidence(c, meant(c)) > 0;
      known.add(new UnlistedNames.Stretch(c.from(), c.to(), true, company));
    }
    for (UnlistedNames.Stretch each :
        new UnlistedNames(tokens, surroundings, lookalikes).find(known)) {
      String name = tokens.span(each.from(), each.to()).of(tokens.text());
      introduced.add(each.from(), each.to(), unlisted(name));
    }
  }

  private static Security unlisted(String name) {
    String entityId = SecurityList.entityId(AssetType.PRIVATE, null, name);
    return new Security(entityId, null, name, null, AssetType.PRIVATE);
  }

  /// Finds the introduced names wherever nothing else was found.
  private void addIntroduced() {
    List<Candidate> added = new ArrayList<>();
    int next = 0;
    int i = 0;
    while (i < tokens.size()) {
      if (next < candidates.size() && candidates.get(next).from() == i) {
        Candidate it = candidates.get(next);
        boolean open = isAmbiguous(it) && sure.byFirstWord(tokens.text(i)) == null;
        long meant = open ? introduced.find(i) : PhraseIndex.NONE;
        if (meant != PhraseIndex.NONE && PhraseIndex.end(meant) == it.to()) {
          Security security = introduced.security(PhraseIndex.value(meant));
          candidates.set(
              next, new Candidate(i, it.to(), security, Method.ALIAS, INTRODUCED, null, List.of()));
        }
        i = it.to();
        next++;
        continue;
      }
      int limit = next < candidates.size() ? candidates.get(next).from() : tokens.size();
      long found = introduced.find(i);
      if (found == PhraseIndex.NONE || PhraseIndex.end(found) > limit) {
        i++;
        continue;
      }
      int end = PhraseIndex.end(found);
      Security security = introduced.security(PhraseIndex.value(found));
      added.add(new Candidate(i, end, security, Method.ALIAS, INTRODUCED, null, List.of()));
      i = end;
    }
    candidates.addAll(added);
    candidates.sort(Comparator.comparingInt(Candidate::from));
  }

  private Security meant(Candidate c) {
    if (sure.contains(c.security())) {
      return c.security();
    }
    if (isAmbiguous(c) && c.to() - c.from() == 1) {
      // "Titan" in a note on Titan Cement (TITC GA) is no jeweller.
      Security first = sure.byFirstWord(tokens.text(c.from()));
      if (first != null) {
        return first;
      }
    }
    String ticker = c.doubt() == Doubt.BARE_TICKER ? c.security().ticker() : null;
    Security bearer = ticker == null ? null : sure.byCode(ticker);
    return bearer == null ? sure.meant(c.security(), c.others()) : bearer;
  }

  /// "HOOD takes the fee", "RSI: little sports": the confidence in a ticker that is a word or an
  /// abbreviation too. It takes a text that calls companies by their tickers.
  private double wordTicker(Candidate c, boolean supported) {
    if (!isLongTicker(c)) {
      return 0;
    }
    if (supported) {
      return SUPPORTED_TICKER;
    }
    return bareTickers >= USUAL_TICKERS && surroundings.isHead(c.from(), c.to())
        ? WORD_AS_TICKER
        : 0;
  }

  /// A ticker of New York in a text on companies of elsewhere is more likely an abbreviation. A
  /// short one takes a text that calls companies by their tickers: "ZS - beat".
  private double bareTicker(Candidate c, boolean supported) {
    if (supported) {
      return SUPPORTED_TICKER;
    }
    boolean institution = surroundings.isAfterArticle(c.from());
    if ((institution || sure.amongForeigners()) && isCompany(c)) {
      return 0;
    }
    int letters = tokens.end(c.from()) - tokens.start(c.from());
    if (letters >= LONE_TICKER_LETTERS) {
      return LONE_TICKER;
    }
    boolean head = bareTickers > USUAL_TICKERS && surroundings.isHead(c.from(), c.to());
    return letters > 1 && head ? WORD_AS_TICKER : 0;
  }

  private double confidence(Candidate c, Security security) {
    if (c.doubt() == null) {
      return c.confidence();
    }
    boolean supported = sure.contains(security);
    return switch (c.doubt()) {
      case BARE_TICKER -> bareTicker(c, supported);
      case WORD_TICKER -> wordTicker(c, supported);
      case ABBREVIATION, FIRMS_BARE_TICKER -> supported ? SUPPORTED_TICKER : 0;
      case SHORT_FORM ->
          surroundings.ofShortForm(c.from(), c.to(), supported, sure.amongCompanies());
      case AMBIGUOUS_NAME ->
          surroundings.confidence(
              c.from(), c.to(), security.assetType(), supported, sure.amongCompanies());
    };
  }
}
