package io.readthrough.core.score;

import io.readthrough.core.claim.ClaimFinder;
import io.readthrough.core.claim.ClaimWeights;
import io.readthrough.core.claim.FoundClaim;
import io.readthrough.core.claim.ReadNote;
import io.readthrough.core.claim.ReadNote.Move;
import io.readthrough.core.claim.ViewFinder;
import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.event.EventFinder;
import io.readthrough.core.event.FoundEvent;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Event;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.note.View;
import io.readthrough.core.score.EvidenceList.Citation;
import io.readthrough.core.score.outlook.OutlookFeatures;
import io.readthrough.core.score.outlook.OutlookVector;
import io.readthrough.core.score.outlook.Outlooks;
import io.readthrough.core.score.reading.Names;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.reading.Stances;
import io.readthrough.core.score.role.Roles;
import io.readthrough.core.security.SecurityMentions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The claims and events of a note, and the places of the text that they cite.
final class Statements {
  private final ReadNote note;
  private final List<FoundClaim> claims;
  private final List<FoundEvent> events;
  private final List<FoundView> views;

  private Statements(ReadNote note) {
    this.note = note;
    this.views = ViewFinder.find(note);
    this.claims = ClaimFinder.find(note, views, ClaimWeights.standard());
    this.events = EventFinder.find(note, views);
  }

  /// @param securities tell the sectors of the names
  /// @param facts of the note
  /// @param outlooks what tells how the note sees each of its names
  static Statements of(
      Reading reading,
      SecurityMentions securities,
      List<FoundFact> facts,
      List<OutlookVector> outlooks) {
    return new Statements(readNote(reading, securities, facts, outlooks));
  }

  /// What `reading` says, as far as claims are found in it.
  static ReadNote readNote(
      Reading reading,
      SecurityMentions securities,
      List<FoundFact> facts,
      List<OutlookVector> outlooks) {
    Names names = reading.names();
    List<Role> roles = Roles.of(reading, securities);
    List<ReadNote.Named> named = new ArrayList<>(names.names.size());
    for (int i = 0; i < names.names.size(); i++) {
      named.add(
          new ReadNote.Named(
              names.names.get(i).security.entityId(),
              names.isSubject(i),
              names.names.get(i).security.assetType(),
              roles.get(i),
              Outlooks.standard().score(outlooks.get(i).features())));
    }
    return new ReadNote(
        reading.tokens(),
        reading.sentences(),
        reading.clauses(),
        reading.expressions(),
        reading.assignments(),
        named,
        names.mentions,
        names.subject(),
        s -> reading.weights().of(s) > 0,
        Stances.ofNote(reading.stances(), names).sign(),
        moves(reading, facts),
        reading.published());
  }

  private static List<Move> moves(Reading reading, List<FoundFact> facts) {
    List<Move> moves = new ArrayList<>();
    for (FoundFact found : facts) {
      Fact fact = found.fact();
      if (fact.change() != null) {
        int token = reading.tokens().at(found.span().start());
        moves.add(new Move(token, against(fact, fact.change()), good(fact, fact.change())));
      }
    }
    moves.sort(Comparator.comparingInt(Move::token));
    return moves;
  }

  private static Move.Against against(Fact fact, Fact.Change change) {
    if (fact.metric().equals(OutlookFeatures.TARGET_METRIC)) {
      return Move.Against.FORMER_TARGET;
    }
    return switch (change.basis()) {
      case AGAINST_CONSENSUS, AGAINST_GUIDANCE -> Move.Against.EXPECTED;
      case QUARTER_ON_QUARTER, YEAR_ON_YEAR, MONTH_ON_MONTH, UNSPECIFIED -> Move.Against.FORMER;
    };
  }

  private static double good(Fact fact, Fact.Change change) {
    double up =
        switch (change.direction()) {
          case UP -> 1;
          case DOWN -> -1;
          case FLAT -> 0;
        };
    return switch (fact.goodWhen()) {
      case UP -> up;
      case DOWN -> -up;
      case CONTEXT -> 0;
    };
  }

  /// The note as its claims were found in it.
  ReadNote note() {
    return note;
  }

  /// The ids of the names that claims say good or bad of.
  Set<String> targets() {
    Set<String> targets = new HashSet<>();
    for (FoundClaim found : claims) {
      for (Claim.Target target : found.claim().targets()) {
        if (target.direction() != Claim.Target.Direction.NEUTRAL) {
          targets.add(target.entityId());
        }
      }
    }
    return targets;
  }

  /// What claims, events and views cite, in this order.
  List<Citation> citations() {
    List<Citation> citations = new ArrayList<>();
    for (FoundClaim found : claims) {
      Claim claim = found.claim();
      String rule = "claim:" + claim.type().name().toLowerCase(Locale.ROOT);
      citations.add(new Citation(claim.span(), claim.polarity(), rule));
    }
    for (FoundEvent found : events) {
      for (TextSpan span : found.spans()) {
        citations.add(new Citation(span, 0, "event:" + found.event().type()));
      }
    }
    for (FoundView found : views) {
      String rule = "view:" + found.view().kind().name().toLowerCase(Locale.ROOT);
      citations.add(new Citation(found.span(), 0, rule));
    }
    return citations;
  }

  /// The claims with their ids, each with the evidence of its statement and of what is in it.
  List<Claim> claims(EvidenceList evidence) {
    List<Claim> all = new ArrayList<>(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i).claim();
      List<String> ids = new ArrayList<>();
      ids.add(evidence.idOfCitation(i));
      claims.get(i).expressions().forEach(e -> ids.add(evidence.idOfExpression(e)));
      all.add(
          new Claim(
              "c" + (i + 1),
              claim.type(),
              claim.span(),
              claim.statement(),
              claim.polarity(),
              claim.modality(),
              claim.condition(),
              claim.horizon(),
              claim.targets(),
              claim.falsifier(),
              claim.lifecycle(),
              ids));
    }
    return all;
  }

  /// The events with their evidence.
  List<Event> events(EvidenceList evidence) {
    List<Event> all = new ArrayList<>(events.size());
    int citation = claims.size();
    for (FoundEvent found : events) {
      List<String> ids = new ArrayList<>();
      for (int k = 0; k < found.spans().size(); k++) {
        ids.add(evidence.idOfCitation(citation++));
      }
      Event event = found.event();
      all.add(
          new Event(
              event.type(),
              event.level(),
              event.entityIds(),
              event.sentiment(),
              event.similarityKey(),
              ids));
    }
    return all;
  }

  /// The ratings and targets with their evidence, and the guidance among `facts`.
  List<View> views(EvidenceList evidence, List<Fact> facts) {
    List<View> all = new ArrayList<>();
    int citation = claims.size() + events.stream().mapToInt(found -> found.spans().size()).sum();
    for (FoundView found : views) {
      View view = found.view();
      all.add(
          new View(
              view.kind(),
              view.entityId(),
              null,
              view.value(),
              view.number(),
              view.previous(),
              view.change(),
              null,
              List.of(evidence.idOfCitation(citation++))));
    }
    Set<String> known = new HashSet<>();
    for (Fact fact : facts) {
      View view = guidance(fact);
      if (view != null && known.add(view.entityId() + view.metric())) {
        all.add(view);
      }
    }
    return all;
  }

  /// What a fact that is guidance holds for its metric and period; null for other facts.
  private static @Nullable View guidance(Fact fact) {
    Double low = fact.valueLow() == null ? fact.value() : fact.valueLow();
    Double high = fact.valueHigh() == null ? low : fact.valueHigh();
    if (fact.kind() != Fact.Kind.GUIDANCE
        || fact.entityId() == null
        || low == null
        || high == null) {
      return null;
    }
    String unit = fact.unit() == null ? "" : " " + fact.unit();
    String range = plain(low) + (low.equals(high) ? "" : " to " + plain(high)) + unit;
    String period = fact.period() == null ? "" : " " + fact.period().label();
    return new View(
        View.Kind.GUIDANCE,
        fact.entityId(),
        fact.metric() + period,
        range,
        (low + high) / 2,
        null,
        View.Change.NEW,
        null,
        fact.evidenceIds());
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
