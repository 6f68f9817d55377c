package io.readthrough.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Lifecycle;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.View;
import io.readthrough.core.note.View.Change;
import io.readthrough.core.note.View.Kind;
import io.readthrough.core.score.NoteScorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Notes of one firm on one name, one after another, and what a reader of all of them would say has
/// become of their claims and views.
class LifecycleTest {
  private static final NoteScorer SCORER = NoteScorer.standard();

  @Test
  void followsATurbineMakerFromInitiationToDowngrade() {
    Sequence sequence = new Sequence("equity:VWS.CO");
    sequence.add(
        "2026-03-12",
        """
        Vestas Wind Systems (VWS.CO): initiation

        We initiate on Vestas at Neutral with a price target of DKK 128. We think the offshore \
        ramp will be loss-making but brief. The main risk is that blade factory yields at Nakskov \
        stay below the budget. The next catalyst is the Treasury's ruling on safe-harboured \
        turbines in July. Management guides to a service margin of 17.5% in 2026.
        """);
    ScoredNote update =
        sequence.add(
            "2026-07-20",
            """
            Vestas Wind Systems (VWS.CO): half-year results

            We stay Neutral on Vestas, and our price target rises to DKK 135. The Treasury's \
            ruling on safe-harboured turbines has come, and it is milder than feared. The main \
            risk is that blade factory yields at Nakskov stay below the budget. The contrarian \
            point is that Chinese rivals cannot finance European parks. Management guides to a \
            service margin of 17.5% in 2026.
            """);
    assertThat(lifecycle(update, "safe-harboured")).isEqualTo(Lifecycle.RESOLVED);
    assertThat(lifecycle(update, "blade factory")).isEqualTo(Lifecycle.REPEATED);
    assertThat(lifecycle(update, "Chinese rivals")).isEqualTo(Lifecycle.NEW);
    assertThat(update.views())
        .extracting(View::kind, View::previous, View::change)
        .contains(
            tuple(Kind.RATING, "Neutral", Change.UNCHANGED),
            tuple(Kind.PRICE_TARGET, "DKK 128", Change.RAISED),
            tuple(Kind.GUIDANCE, "17.5 %", Change.UNCHANGED));
    ScoredNote downgrade =
        sequence.add(
            "2026-11-05",
            """
            DOWNGRADE TO UNDERWEIGHT

            Vestas Wind Systems (VWS.CO): too early

            We cut Vestas to Underweight and our price target to DKK 92. We now think the \
            offshore ramp will be loss-making into 2028. Blade factory yields at Nakskov are no \
            longer the main risk, since the second line is delivered. Management guides to a \
            service margin of 16% in 2026.
            """);
    assertThat(lifecycle(downgrade, "offshore ramp")).isEqualTo(Lifecycle.CHANGED);
    assertThat(lifecycle(downgrade, "Nakskov")).isEqualTo(Lifecycle.RESOLVED);
    assertThat(downgrade.views())
        .extracting(View::kind, View::previous, View::change)
        .contains(
            tuple(Kind.RATING, "Neutral", Change.LOWERED),
            tuple(Kind.PRICE_TARGET, "DKK 135", Change.LOWERED),
            tuple(Kind.GUIDANCE, "17.5 %", Change.LOWERED));
  }

  @Test
  void followsAMinerWhoseLeaseIsSigned() {
    Sequence sequence = new Sequence("equity:CLSK");
    sequence.add(
        "2026-05-07",
        """
        CleanSpark (NASDAQ: CLSK): waiting for the lease

        We rate CleanSpark Buy, target $18. We believe a signed lease at the Sandersville campus \
        would re-rate the shares. The main risk is that the convertible notes dilute holders. \
        Consensus underestimates how cheap the power in Georgia is.
        """);
    ScoredNote signed =
        sequence.add(
            "2026-09-02",
            """
            CleanSpark (NASDAQ: CLSK): signed

            We rate CleanSpark Buy, target $24. The catalyst has come: the lease at the \
            Sandersville campus was signed, and we see it as worth $6 a share. The main risk is no longer that the \
            convertible notes dilute holders, since they were repaid. Consensus no longer \
            underestimates how cheap the power in Georgia is.

            We think hosting margins will fall as new sites open in Texas.
            """);
    assertThat(lifecycle(signed, "Sandersville")).isEqualTo(Lifecycle.RESOLVED);
    assertThat(lifecycle(signed, "convertible")).isEqualTo(Lifecycle.RESOLVED);
    assertThat(lifecycle(signed, "underestimates")).isIn(Lifecycle.CHANGED, Lifecycle.RESOLVED);
    assertThat(lifecycle(signed, "hosting margins")).isEqualTo(Lifecycle.NEW);
    assertThat(signed.views())
        .extracting(View::kind, View::previous, View::change)
        .containsExactly(
            tuple(Kind.RATING, "Buy", Change.UNCHANGED),
            tuple(Kind.PRICE_TARGET, "$18", Change.RAISED));
  }

  /// The same fear in other words is no new one, and another matter of the same type is.
  @Test
  void knowsAMatterAgainInOtherWords() {
    Sequence sequence = new Sequence("equity:UPS");
    sequence.add(
        "2026-06-01",
        """
        UPS (UPS US): Sell

        We rate UPS Sell. We expect the Teamsters contract to cost the domestic segment two \
        points of margin. The main risk to our view is that Amazon returns the volume it took.
        """);
    ScoredNote again =
        sequence.add(
            "2026-08-14",
            """
            UPS (UPS US): still Sell

            We rate UPS Sell. As before, we expect the Teamsters contract to take two points of \
            margin from the domestic segment. The main risk to our view is a fall in the price of \
            diesel.
            """);
    assertThat(lifecycle(again, "Teamsters")).isEqualTo(Lifecycle.REPEATED);
    assertThat(lifecycle(again, "diesel")).isEqualTo(Lifecycle.NEW);
  }

  private static Lifecycle lifecycle(ScoredNote note, String words) {
    return note.claims().stream()
        .filter(claim -> claim.statement().replaceAll("\\s+", " ").contains(words))
        .map(Claim::lifecycle)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no claim on " + words + " in " + note.claims()));
  }

  /// Notes on one name, each compared with those before it.
  private static final class Sequence {
    private final String entityId;
    private final List<EarlierNote> earlier = new ArrayList<>();

    Sequence(String entityId) {
      this.entityId = entityId;
    }

    ScoredNote add(String day, String text) {
      ScoredNote note =
          Continuity.compare(SCORER.score(parsed(day, text)), Map.of(entityId, earlier));
      earlier.addFirst(EarlierNote.of(note, entityId));
      return note;
    }
  }

  private static ParsedNote parsed(String day, String text) {
    FirmId firm = new FirmId("acme");
    String key = "firms/acme/inbox/" + day + ".txt";
    return new ParsedNote(
        new NoteSource(
            firm,
            NoteId.of(firm, key),
            new SourceObject("notes", key, null, null, new Sequencer("01"), Instant.EPOCH),
            day + ".txt",
            "",
            "text/plain",
            text.length()),
        text,
        "en",
        null,
        null,
        null,
        null,
        new Publication(Instant.parse(day + "T08:00:00Z"), Publication.Basis.DOCUMENT),
        List.of(new Region(RegionKind.BODY, new TextSpan(0, text.length()), null)),
        List.of(),
        "text/1",
        1,
        List.of());
  }
}
