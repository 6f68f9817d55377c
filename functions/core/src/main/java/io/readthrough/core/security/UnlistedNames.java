package io.readthrough.core.security;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds companies that no list has and that print no ticker, by what stands around their names:
/// "Tindrel Shipping", "the purchase of Tindrel", "Tindrel, which is private", "Oracle and
/// Tindrel". A capital alone makes no company: most are persons, places and products.
final class UnlistedNames {
  private static final int LONGEST = 5;
  private static final int SHORTEST = 3;

  /// Last words of names that only companies have.
  private static final WordTable ENDINGS =
      WordTable.of(
          "pharmaceuticals pharma therapeutics biosciences biotech biopharma biologics diagnostics"
              + " technologies semiconductor semiconductors microsystems networks software robotics"
              + " airlines airways shipping bulkers tankers homes motors automotive cement"
              + " chemicals chemical petroleum resources minerals lithium bancorp bancshares"
              + " reinsurance logistics railway hotels restaurants foods beverages brewing"
              + " breweries brands enterprises holdings industries labs aerospace electronics"
              + " instruments materials devices utilities communications studios interactive"
              + " healthcare");

  /// Directly before a name they make it a company: "rival Tindrel".
  private static final WordTable COMPANY_BEFORE =
      WordTable.of(
          "rival competitor peer supplier vendor lender operator insurer retailer chipmaker"
              + " carmaker automaker drugmaker start-up startup bidder acquirer subsidiary parent"
              + " acquired acquiring buying bought");

  /// Before "of", "in", "with" or "for" and a name they make it a company: "the purchase of".
  private static final WordTable DEALS =
      WordTable.of(
          "acquisition purchase takeover integration merger stake stakes bid buyout disposal"
              + " spin-off shares shareholders bankruptcy");

  /// After a name they make it a company: "the Tindrel stake", "Tindrel's shares".
  private static final WordTable COMPANY_BEHIND =
      WordTable.of(
          "shares stock stake shareholders earnings dividend prospectus ipo takeover merger"
              + " acquisition");

  /// What companies are called together; those of the kind may be named behind it.
  private static final WordTable KINDS =
      WordTable.of(
          "makers banks suppliers rivals peers competitors players brokers cornerstones"
              + " retailers insurers reinsurers lenders vendors operators producers miners builders"
              + " sponsors investors dsos cdmos cros oems distributors developers airlines carriers"
              + " manufacturers entrants startups start-ups companies firms names chains brewers"
              + " refiners utilities contractors customers partners acquirers bidders underwriters"
              + " hyperscalers neobanks funds");

  /// Between a kind and those that are named for it: "rivals such as Tindrel".
  private static final WordTable EXAMPLES =
      WordTable.of("like including include are namely e.g e.g. notably chiefly mainly especially");

  /// What an apposition calls a company: "Tindrel, a joint venture".
  private static final WordTable ROLES =
      WordTable.of(
          "venture maker supplier competitor rival distributor operator subsidiary affiliate"
              + " retailer manufacturer producer lender insurer broker customer start-up startup"
              + " miner developer bank contractor peer airline brewer");

  private static final WordTable UNLISTED =
      WordTable.of(
          "private privately unlisted unquoted owned owner owners backed listed quoted closely");

  /// What the author of a text says of himself in a disclosure.
  private static final WordTable SUPERVISED =
      WordTable.of("regulated authorised authorized licensed registered supervised");

  private static final WordTable HOLDING =
      WordTable.of("hold own act make have accept provide beneficially");

  /// Countries, regions and cities.
  private static final WordTable PLACES =
      WordTable.of(
          "america europe asia africa china japan india germany france italy spain"
              + " britain england scotland wales ireland canada mexico brazil argentina chile"
              + " peru russia ukraine turkey israel iran iraq korea taiwan vietnam thailand"
              + " indonesia malaysia singapore australia zealand switzerland sweden norway"
              + " denmark finland poland austria greece portugal netherlands belgium qatar"
              + " kuwait egypt nigeria kenya london paris berlin frankfurt tokyo beijing"
              + " shanghai shenzhen seoul taipei delhi mumbai sydney melbourne toronto"
              + " calgary washington york chicago houston dallas boston texas california"
              + " florida nevada arizona virginia ohio georgia carolina maryland pennsylvania"
              + " illinois indiana iowa kansas kentucky maine massachusetts michigan"
              + " minnesota mississippi missouri montana nebraska oklahoma oregon tennessee"
              + " utah vermont wisconsin wyoming alabama alaska arkansas colorado connecticut"
              + " delaware idaho hawaii dakota hampshire miami atlanta seattle denver phoenix"
              + " detroit philadelphia rome milan madrid barcelona lisbon vienna zurich"
              + " geneva dublin stockholm oslo copenhagen helsinki warsaw prague athens"
              + " istanbul dubai riyadh cairo lagos nairobi jakarta manila bangkok hanoi"
              + " osaka guangdong jersey columbia louisiana alberta quebec ontario nova"
              + " scotia hong kong brussels");

  /// Capitalised, neither a place nor the name of a company.
  private static final WordTable NO_COMPANIES =
      WordTable.of(
          "january february march april may june july august september october november"
              + " december monday tuesday wednesday thursday friday saturday sunday q1 q2 q3"
              + " q4 h1 h2 congress senate commission parliament government treasury fed ecb"
              + " federal reserve court department ministry agency administration council"
              + " union minister president chairman director analyst management consensus"
              + " street board buy sell hold overweight underweight outperform underperform"
              + " neutral reduce add accumulate central world national investment street wall"
              + " class series phase");

  /// Capitalised, and by themselves no company: "Oracle and German peers".
  private static final WordTable NATIONALITIES =
      WordTable.of(
          "american european asian african western eastern northern southern british english"
              + " scottish welsh irish german french italian spanish portuguese dutch belgian swiss"
              + " austrian swedish norwegian danish finnish nordic scandinavian polish czech"
              + " hungarian romanian greek turkish russian ukrainian israeli saudi emirati qatari"
              + " kuwaiti iranian iraqi egyptian nigerian kenyan chinese japanese korean taiwanese"
              + " indian pakistani thai vietnamese indonesian malaysian filipino philippine"
              + " singaporean australian canadian mexican brazilian argentine chilean peruvian"
              + " colombian californian texan latin arab gulf");

  private final Tokens tokens;
  private final Surroundings surroundings;
  private final BitSet lookalikes;

  /// @param lookalikes tokens that are known to be no name of a company
  UnlistedNames(Tokens tokens, Surroundings surroundings, BitSet lookalikes) {
    this.tokens = tokens;
    this.surroundings = surroundings;
    this.lookalikes = lookalikes;
  }

  /// A stretch of tokens that is, or may be, a name.
  ///
  /// @param known whether the search found it by other means
  /// @param company whether it surely is one
  record Stretch(int from, int to, boolean known, boolean company) {
    private Stretch asCompany() {
      return new Stretch(from, to, known, true);
    }
  }

  /// Whether of the words from `from` to `to` the last says what a company does, so that the first
  /// tells which it is.
  static boolean isDistinct(Tokens tokens, int from, int to) {
    return ENDINGS.find(tokens, to - 1) != WordTable.ABSENT && !isNoCompany(tokens, from);
  }

  /// Whether token `i` tells only of which nation or part of the world something is.
  static boolean isNationality(Tokens tokens, int i) {
    return NATIONALITIES.find(tokens, i) != WordTable.ABSENT;
  }

  private static boolean isNoCompany(Tokens tokens, int i) {
    return PLACES.find(tokens, i) != WordTable.ABSENT
        || NO_COMPANIES.find(tokens, i) != WordTable.ABSENT;
  }

  /// "Aspen, Colorado": whether what ends at token `to` is followed by where it lies.
  static boolean isInPlace(Tokens tokens, int to) {
    return to + 1 < tokens.size()
        && tokens.isMark(to, ',')
        && !tokens.lineBefore(to + 1)
        && tokens.capitalised(to + 1)
        && PLACES.find(tokens, to + 1) != WordTable.ABSENT;
  }

  /// The companies beside those in `known`, which stand in order.
  List<Stretch> find(List<Stretch> known) {
    List<Stretch> all = withCapitalised(known);
    for (int k = 1; k < all.size(); k++) {
      pass(all, k - 1, k);
    }
    for (int k = all.size() - 2; k >= 0; k--) {
      pass(all, k + 1, k);
    }
    all.removeIf(stretch -> stretch.known() || !stretch.company());
    return all;
  }

  /// Makes the stretch at `other` a company when it is listed with the one at `index`, which is.
  private void pass(List<Stretch> all, int index, int other) {
    Stretch candidate = all.get(other);
    if (!all.get(index).company() || candidate.known() || candidate.company()) {
      return;
    }
    Stretch first = all.get(Math.min(index, other));
    Stretch second = all.get(Math.max(index, other));
    if (!surroundings.isListed(first.to(), second.from())) {
      return;
    }
    boolean clearly = !tokens.isMark(first.to(), ',') || second.from() - first.to() > 1;
    if (clearly || (other > index && !surroundings.opensSentence(candidate.from()))) {
      all.set(other, candidate.asCompany());
    }
  }

  private List<Stretch> withCapitalised(List<Stretch> known) {
    List<Stretch> all = new ArrayList<>(known.size() + 16);
    int next = 0;
    int i = 0;
    while (i < tokens.size()) {
      if (next < known.size() && known.get(next).from() == i) {
        i = known.get(next).to();
        all.add(known.get(next++));
        continue;
      }
      int limit = next < known.size() ? known.get(next).from() : tokens.size();
      int end = nameEnd(i, limit);
      int from = end > i + 1 && surroundings.opensSentence(i) && isOpener(i) ? i + 1 : i;
      // "Amazon Pharmacy" is a part of Amazon.
      boolean part = !all.isEmpty() && all.getLast().to() == i && !tokens.lineBefore(i);
      if (end > from && !part && isProper(from, end)) {
        all.add(new Stretch(from, end, false, isCompany(from, end)));
      }
      i = Math.max(end, i + 1);
    }
    return all;
  }

  /// The end of the capitalised words that start at token `i`, an "&" among them perhaps, or `i`.
  private int nameEnd(int i, int limit) {
    int end = i;
    while (end < limit
        && end - i < LONGEST
        && isCapitalised(end)
        && (end == i || !tokens.lineBefore(end))) {
      boolean and = end + 2 < limit && tokens.isMark(end + 1, '&') && isCapitalised(end + 2);
      end += and && !tokens.lineBefore(end + 1) ? 2 : 1;
    }
    return end;
  }

  private boolean isCapitalised(int i) {
    return tokens.is(i, TokenKind.WORD)
        && tokens.capitalised(i)
        && !lookalikes.get(i)
        && WordClass.of(tokens, i) == WordClass.OPEN;
  }

  private boolean isOpener(int i) {
    return COMPANY_BEFORE.find(tokens, i) != WordTable.ABSENT || tokens.is(i, "shares");
  }

  /// Whether the words may be a name of a company: not in capitals only, and none is a place.
  private boolean isProper(int from, int to) {
    boolean mixed = false;
    boolean people = NATIONALITIES.find(tokens, to - 1) != WordTable.ABSENT;
    if (people || LegalForms.isForm(tokens, from)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (isNoCompany(tokens, i)) {
        return false;
      }
      mixed |=
          !tokens.allCaps(i)
              && !isPluralOfLetters(i)
              && tokens.end(i) - tokens.start(i) >= SHORTEST;
    }
    return mixed && !surroundings.inTitle(from) && !surroundings.inCapitals(from);
  }

  /// "ROVs", "DSOs".
  private boolean isPluralOfLetters(int i) {
    String word = tokens.text(i);
    int last = word.length() - 1;
    return last > 0
        && word.charAt(last) == 's'
        && Character.isUpperCase(word.charAt(last - 1))
        && word.chars().limit(last).allMatch(Character::isUpperCase);
  }

  private boolean isCompany(int from, int to) {
    boolean several = to - from > 1;
    if (several && ENDINGS.find(tokens, to - 1) != WordTable.ABSENT) {
      return true;
    }
    int form = LegalForms.after(tokens, to);
    if (form > to && LegalForms.isCertain(tokens, to, form)) {
      return !isAuthor(form);
    }
    if (isCalledUnlisted(to) || isNamedOfKind(from, to) || isToldRole(to)) {
      return true;
    }
    return (several || !surroundings.opensSentence(from)) && (isDealt(from) || isHeld(to));
  }

  /// "Bankhaus Elverdissen AG does not hold", "Pearl Research Ltd is regulated by": whether what
  /// follows from token `end` on is what the firm that writes the text must say of itself.
  private boolean isAuthor(int end) {
    int form = end < tokens.size() && tokens.isMark(end, '.') ? end + 1 : end;
    if (form + 2 >= tokens.size()) {
      return false;
    }
    boolean is = tokens.is(form, "is") || tokens.is(form, "are");
    boolean not = tokens.is(form, "does") && tokens.is(form + 1, "not");
    return (is && SUPERVISED.find(tokens, form + 1) != WordTable.ABSENT)
        || (not && HOLDING.find(tokens, form + 2) != WordTable.ABSENT)
        || (tokens.is(form, "and")
            && tokens.is(form + 1, "its")
            && tokens.is(form + 2, "affiliates"));
  }

  /// "Tindrel, which is private", "Tindrel, privately held".
  private boolean isCalledUnlisted(int to) {
    if (to + 1 >= tokens.size() || !tokens.isMark(to, ',')) {
      return false;
    }
    int last = Math.min(to + 4, tokens.size());
    int i = to + 1;
    while (i < last && (WordClass.of(tokens, i) != WordClass.OPEN || tokens.is(i, "still"))) {
      i++;
    }
    return i < last && UNLISTED.find(tokens, i) != WordTable.ABSENT && !tokens.is(i - 1, "the");
  }

  /// "cargo-system makers (Tindrel, Morvane)", "two other DSOs, Tindrel and", "rivals such as
  /// Tindrel": whether the first of those that stand for a kind of company is named from `from`.
  private boolean isNamedOfKind(int from, int to) {
    int kind = from - 1;
    boolean bracket = kind > 0 && tokens.isMark(kind, '(');
    boolean comma = kind > 0 && tokens.isMark(kind, ',');
    boolean such = kind > 1 && tokens.is(kind, "as") && tokens.is(kind - 1, "such");
    boolean example = kind > 0 && EXAMPLES.find(tokens, kind) != WordTable.ABSENT;
    if (!(bracket || comma || such || example) || to >= tokens.size()) {
      return false;
    }
    kind -= such ? 2 : 1;
    if (example && kind > 0 && tokens.isMark(kind, ',')) {
      kind--;
    }
    boolean closed = !bracket || tokens.isMark(to, ',') || tokens.isMark(to, ')');
    boolean listed = !comma || tokens.is(to, "and");
    return closed && listed && kind >= 0 && KINDS.find(tokens, kind) != WordTable.ABSENT;
  }

  /// "Tindrel, a joint venture with", "Tindrel, the operator,".
  private boolean isToldRole(int to) {
    boolean article =
        to + 2 < tokens.size()
            && tokens.isMark(to, ',')
            && (tokens.is(to + 1, "a") || tokens.is(to + 1, "an") || tokens.is(to + 1, "the"));
    if (!article) {
      return false;
    }
    for (int i = to + 2; i < Math.min(to + 5, tokens.size()); i++) {
      if (ROLES.find(tokens, i) != WordTable.ABSENT) {
        return true;
      }
      if (WordClass.of(tokens, i) != WordClass.OPEN || tokens.capitalised(i)) {
        return false;
      }
    }
    return false;
  }

  /// "rival Tindrel", "the purchase of Tindrel".
  private boolean isDealt(int from) {
    if (from == 0 || tokens.lineBefore(from)) {
      return false;
    }
    // "rival Tindrel", "the Permira-backed Tindrel"
    boolean held = tokens.is(from - 1, "backed") || tokens.is(from - 1, "owned");
    if (COMPANY_BEFORE.find(tokens, from - 1) != WordTable.ABSENT
        || (held && tokens.joined(from - 1))) {
      return true;
    }
    boolean linked =
        tokens.is(from - 1, "of")
            || tokens.is(from - 1, "in")
            || tokens.is(from - 1, "with")
            || tokens.is(from - 1, "for");
    return linked && from > 1 && DEALS.find(tokens, from - 2) != WordTable.ABSENT;
  }

  /// "the Tindrel stake", "Tindrel's shares".
  private boolean isHeld(int to) {
    int noun = to < tokens.size() && tokens.is(to, TokenKind.CLITIC) ? to + 1 : to;
    return noun < tokens.size()
        && !tokens.lineBefore(noun)
        && COMPANY_BEHIND.find(tokens, noun) != WordTable.ABSENT;
  }
}
