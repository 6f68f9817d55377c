package io.readthrough.core.evaluation;

import io.readthrough.core.evaluation.Matching.Pair;
import io.readthrough.core.evaluation.NoteContent.Figure;
import io.readthrough.core.evaluation.NoteContent.Group;
import io.readthrough.core.evaluation.NoteContent.Security;
import io.readthrough.core.evaluation.NoteContent.Statement;
import io.readthrough.core.evaluation.NoteContent.Target;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The gold annotation of a note beside what was predicted of it, measure by measure.
public final class ContentComparison {
  private final NoteContent gold;
  private final NoteContent predicted;
  private final Matching<Security> securities;
  private final Matching<Security> names;
  private final Matching<Group> groups;
  private final Matching<Figure> facts;
  private final Matching<Figure> figures;
  private final Matching<Figure> values;
  private final Matching<Statement> claims;
  private final Matching<Statement> claimSpans;

  /// Compares the two readings of one text.
  public ContentComparison(NoteContent gold, NoteContent predicted) {
    this.gold = gold;
    this.predicted = predicted;
    this.securities = Matching.of(gold.securities(), predicted.securities(), Security::isSame);
    this.names = Matching.of(gold.securities(), predicted.securities(), Security::isSameName);
    this.groups = Matching.of(gold.groups(), predicted.groups(), Group::isNamedLike);
    this.facts =
        Matching.of(
            gold.figures(),
            predicted.figures(),
            (one, other) -> one.metric().equals(other.metric()) && one.isSame(other));
    this.figures = Matching.of(gold.figures(), predicted.figures(), Figure::isSame);
    this.values = Matching.of(gold.figures(), predicted.figures(), Figure::sharesANumber);
    this.claims =
        Matching.of(
            gold.statements(),
            predicted.statements(),
            (one, other) -> one.type() == other.type() && one.standsWith(other));
    this.claimSpans = Matching.of(gold.statements(), predicted.statements(), Statement::standsWith);
  }

  /// The counts of a measure.
  public Detection detection(ContentMeasure measure) {
    return switch (measure) {
      case SECURITIES -> securities.detection();
      case NAMES -> names.detection();
      case GROUPS -> groups.detection();
      case ROLES -> agreeing(securities, (one, other) -> one.role() == other.role());
      case TARGET_POLARITY ->
          agreeing(securities, ContentComparison::samePolarity)
              .plus(agreeing(groups, ContentComparison::samePolarity));
      case TARGET_POLARITY_OF_FOUND ->
          share(securities.pairs(), ContentComparison::samePolarity)
              .plus(share(groups.pairs(), ContentComparison::samePolarity));
      case FACTS -> facts.detection();
      case FACT_FIGURES -> figures.detection();
      case FACT_VALUES -> values.detection();
      case FACT_KIND -> share(facts.pairs(), (one, other) -> one.kind() == other.kind());
      case FACT_CHANGE -> share(facts.pairs(), Figure::hasSameChange);
      case FACT_PERIOD -> periods();
      case CLAIMS -> claims.detection();
      case CLAIM_SPANS -> claimSpans.detection();
      case CLAIM_POLARITY ->
          share(claimSpans.pairs(), (one, other) -> one.polarity() == other.polarity());
      case CLAIM_MODALITY ->
          share(claimSpans.pairs(), (one, other) -> one.modality() == other.modality());
      case OVERALL_POLARITY ->
          gold.overall() == predicted.overall() ? new Detection(1, 0, 0) : new Detection(0, 1, 0);
    };
  }

  /// The gold annotation's securities that were not found.
  public List<Security> missedSecurities() {
    return securities.missed();
  }

  /// The predicted securities that the gold annotation has not.
  public List<Security> inventedSecurities() {
    return securities.invented();
  }

  /// The gold annotation's groups that were not found.
  public List<Group> missedGroups() {
    return groups.missed();
  }

  /// The predicted groups that the gold annotation has not.
  public List<Group> inventedGroups() {
    return groups.invented();
  }

  /// The gold annotation's facts that were not found.
  public List<Figure> missedFacts() {
    return facts.missed();
  }

  /// The predicted facts that the gold annotation has not.
  public List<Figure> inventedFacts() {
    return facts.invented();
  }

  /// The gold annotation's claims that were not found.
  public List<Statement> missedClaims() {
    return claims.missed();
  }

  /// The predicted claims that the gold annotation has not.
  public List<Statement> inventedClaims() {
    return claims.invented();
  }

  /// The types, polarities and modalities of the claims that were found and were taken for others.
  public List<Confusion> claimConfusions() {
    return claimSpans.pairs().stream()
        .flatMap(pair -> confusions(pair.gold(), pair.predicted()))
        .toList();
  }

  /// A class of things that is `gold` and was taken for `predicted`.
  public record Confusion(Enum<?> gold, Enum<?> predicted) {}

  private static Stream<Confusion> confusions(Statement gold, Statement predicted) {
    return Stream.of(
            new Confusion(gold.type(), predicted.type()),
            new Confusion(gold.polarity(), predicted.polarity()),
            new Confusion(gold.modality(), predicted.modality()))
        .filter(each -> !each.gold().equals(each.predicted()));
  }

  /// The securities and groups that were found, and whose polarity was read differently.
  public List<WrongPolarity> wrongPolarities() {
    return Stream.concat(securities.pairs().stream(), groups.pairs().stream())
        .filter(pair -> !samePolarity(pair.gold(), pair.predicted()))
        .map(pair -> WrongPolarity.of(pair.gold(), pair.predicted()))
        .toList();
  }

  /// A target whose polarity was read differently.
  public record WrongPolarity(String name, Polarity gold, Polarity predicted) {
    private static WrongPolarity of(Target gold, Target predicted) {
      return new WrongPolarity(gold.name(), gold.polarity(), predicted.polarity());
    }
  }

  private static boolean samePolarity(Target one, Target other) {
    return one.polarity() == other.polarity();
  }

  private Detection periods() {
    return share(
        facts.pairs().stream().filter(pair -> pair.gold().period() != null).toList(),
        (one, other) -> one.period() != null && one.period().equalsIgnoreCase(other.period()));
  }

  /// The matching's counts when a pair that does not agree is no pair.
  private static <T> Detection agreeing(Matching<T> matching, BiPredicate<T, T> agree) {
    Detection all = matching.detection();
    Detection share = share(matching.pairs(), agree);
    return new Detection(
        share.found(), all.missed() + share.missed(), all.invented() + share.missed());
  }

  private static <T> Detection share(List<Pair<T>> pairs, BiPredicate<T, T> agree) {
    int right =
        (int) pairs.stream().filter(pair -> agree.test(pair.gold(), pair.predicted())).count();
    return new Detection(right, pairs.size() - right, 0);
  }
}
