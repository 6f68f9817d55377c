package io.readthrough.core.score.reading;

import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The names of a note in the order of their first mention, and which of them it is about.
public final class Names {
  /// A mention in the title counts as much as this many in the body.
  private static final double TITLE = 4;

  /// A mention in the first tenth of the text counts as much as this many later ones.
  private static final double OPENING = 2;

  /// What the name gets that the note names first.
  private static final double FIRST = 2;

  /// A note is about a name when the name is at least this salient: more than a mention in passing.
  private static final double LEAST_SUBJECT = 2.5;

  /// A name is a subject when it is at least this salient, against the most salient one.
  private static final double SUBJECT_SHARE = 0.55;

  /// What [#salienceBand] numbers: how salient a name is against the most salient.
  public static final List<String> SALIENCE_BANDS = List.of("all", "most", "some", "little");

  /// What [#mentionBand] numbers: how often a name is mentioned.
  public static final List<String> MENTION_BANDS = List.of("one", "two", "few", "many");

  /// The names, in the order in which the text first names them.
  public final List<Name> names = new ArrayList<>();

  /// The mentions of all names, in the order of the text.
  public final List<NameMention> mentions = new ArrayList<>();

  /// The tokens that are part of a name.
  public final BitSet named = new BitSet();

  private double most;
  private boolean aboutCompany;
  private final int subject;

  /// @param found in order, not overlapping; those outside scored regions are left out
  Names(ParsedNote note, Tokens tokens, List<Mention> found) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int region = 0;
    List<Region> regions = note.regions();
    for (Mention mention : found) {
      while (region < regions.size()
          && regions.get(region).span().end() <= mention.span().start()) {
        region++;
      }
      boolean inside =
          region < regions.size() && regions.get(region).span().contains(mention.span());
      if (!inside || !regions.get(region).kind().isScored()) {
        continue;
      }
      int number =
          numbers.computeIfAbsent(
              mention.security().entityId(),
              id -> {
                names.add(new Name(mention));
                return names.size() - 1;
              });
      double bonus = mentions.isEmpty() ? FIRST : 0;
      names.get(number).add(mention, weight(note, regions.get(region).kind(), mention) + bonus);
      int first = tokens.at(mention.span().start());
      int end = tokens.at(mention.span().end() - 1) + 1;
      mentions.add(new NameMention(number, first, end));
      named.set(first, end);
    }
    for (Name name : names) {
      most = Math.max(most, name.salience);
    }
    for (Name name : names) {
      aboutCompany |= isCompany(name) && name.salience >= Math.max(LEAST_SUBJECT, most / 3);
    }
    int first = TargetAssigner.NOBODY;
    for (int i = 0; i < names.size(); i++) {
      boolean more =
          first == TargetAssigner.NOBODY || names.get(i).salience > names.get(first).salience;
      first = more && isSubject(i) ? i : first;
    }
    this.subject = first;
  }

  /// The most salient name, or [TargetAssigner#NOBODY] when the note is about none.
  public int subject() {
    return subject;
  }

  /// Whether the note is about a name. Besides a company, the coin or metal that drives it is not.
  public boolean isSubject(int name) {
    Name it = names.get(name);
    return it.salience >= SUBJECT_SHARE * most
        && it.salience >= LEAST_SUBJECT
        && (isCompany(it) || !aboutCompany)
        && it.security.assetType() != AssetType.GROUP;
  }

  /// Whether sentences after one on this name may still speak of it: not a driver of the subject,
  /// nor a group.
  boolean holdsFocus(int name) {
    Name it = names.get(name);
    return isCompany(it) || (!aboutCompany && it.security.assetType() != AssetType.GROUP);
  }

  /// Which of the names are groups.
  BitSet groups() {
    return those(name -> name.security.assetType() == AssetType.GROUP);
  }

  /// Which of the names have a price and no business: indices, funds, coins, currencies,
  /// commodities, rates.
  BitSet prices() {
    return those(name -> !isCompany(name) && name.security.assetType() != AssetType.GROUP);
  }

  private BitSet those(Predicate<Name> which) {
    BitSet those = new BitSet();
    for (int i = 0; i < names.size(); i++) {
      those.set(i, which.test(names.get(i)));
    }
    return those;
  }

  private static boolean isCompany(Name name) {
    return name.security.assetType() == AssetType.EQUITY
        || name.security.assetType() == AssetType.PRIVATE;
  }

  /// How much the note is about a name, in (0, 1]: the root of its share, so that a peer named once
  /// is not lost beside a subject named thirty times.
  public double relevance(int name) {
    return Math.clamp(Math.sqrt(names.get(name).salience / most), 0.01, 1);
  }

  /// Which of [#SALIENCE_BANDS] a name is in.
  public int salienceBand(int name) {
    double share = relevance(name) * relevance(name);
    return share > 0.75 ? 0 : share > 0.4 ? 1 : share > 0.15 ? 2 : 3;
  }

  /// Which of [#MENTION_BANDS] a name is in.
  public int mentionBand(int name) {
    int mentions = names.get(name).mentions();
    return mentions > 4 ? 3 : mentions > 2 ? 2 : mentions - 1;
  }

  private static double weight(ParsedNote note, RegionKind kind, Mention mention) {
    if (kind == RegionKind.TITLE) {
      return TITLE;
    }
    return mention.span().start() * 10L < note.text().length() ? OPENING : 1;
  }
}
