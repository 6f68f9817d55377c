package io.readthrough.local.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TextSpan;
import org.junit.jupiter.api.Test;

class QuoteFinderTest {
  @Test
  void findsEveryPlaceOfAQuote() {
    QuoteFinder finder = new QuoteFinder("Orvel fell; Orvel rose.");
    assertThat(finder.find("Orvel")).containsExactly(new TextSpan(0, 5), new TextSpan(12, 17));
    assertThat(finder.find("Kestrel")).isEmpty();
    assertThat(finder.find(" | ")).isEmpty();
  }

  @Test
  void whiteSpaceAndMarkupDoNotMatter() {
    QuoteFinder finder = new QuoteFinder("Orvel\n  earned $5m");
    assertThat(finder.find("**Orvel** earned")).containsExactly(new TextSpan(0, 14));
    assertThat(finder.find("earned | $5m")).containsExactly(new TextSpan(8, 18));
  }
}
