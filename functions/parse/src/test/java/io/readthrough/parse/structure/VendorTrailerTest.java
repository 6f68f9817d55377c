package io.readthrough.parse.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTrailerTest {
  @Test
  void readsThePanelThatCopyingGlued() {
    String text =
        """
        Seldom ahead of it.
        Request DemoOverall Sentiment
        neutral
        Sentiment Score
        -0.05
        Ticker Sentiment\
        """;
    VendorTrailer trailer = VendorTrailer.of(text);
    assertThat(spans(text, trailer)).containsExactly(text.substring(text.indexOf("Request")));
    assertThat(scores(trailer))
        .containsExactly("Overall Sentiment = neutral", "Sentiment Score = -0.05");
    assertThat(trailer.scores().getFirst().number()).isNull();
    assertThat(trailer.scores().getLast().number()).isEqualTo(-0.05);
  }

  @Test
  void readsAPanelOnOneLine() {
    String text =
        "It fell. Overall Sentiment: Somewhat-Bearish Sentiment Score: −0.21 Ticker Sentiment CLSK"
            + " neutral 0.02, BTC bearish -0.4";
    VendorTrailer trailer = VendorTrailer.of(text);
    assertThat(spans(text, trailer)).containsExactly(text.substring("It fell. ".length()));
    assertThat(scores(trailer))
        .containsExactly(
            "Overall Sentiment = Somewhat-Bearish",
            "Sentiment Score = −0.21",
            "Ticker Sentiment CLSK = neutral",
            "Ticker Sentiment CLSK = 0.02",
            "Ticker Sentiment BTC = bearish",
            "Ticker Sentiment BTC = -0.4");
  }

  @Test
  void readsTickersOnLinesOfTheirOwn() {
    String text = "Ticker Sentiment\nCLSK\nNeutral\n0.02\nRelevance Score\n0.9\n";
    assertThat(scores(VendorTrailer.of(text)))
        .containsExactly(
            "Ticker Sentiment CLSK = Neutral",
            "Ticker Sentiment CLSK = 0.02",
            "Relevance Score = 0.9");
  }

  @Test
  void readsEveryPanelWhereverItStands() {
    String text = "Overall Sentiment: bullish\n\nRevenue rose.\n\nSENTIMENT SCORE 45%\n";
    VendorTrailer trailer = VendorTrailer.of(text);
    assertThat(spans(text, trailer))
        .containsExactly("Overall Sentiment: bullish", "SENTIMENT SCORE 45%");
    assertThat(trailer.scores().getLast().scale()).isEqualTo("percent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Overall sentiment remains negative among investors.",
        "We think overall sentiment is neutral.",
        "Overall Sentiment positive on the sector, we add.",
        "the sentiment score\n0.3",
        "Overall Sentiment"
      })
  void aSentenceAboutSentimentIsNoPanel(String text) {
    assertThat(VendorTrailer.of(text).spans()).isEmpty();
  }

  private static List<String> spans(String text, VendorTrailer trailer) {
    return trailer.spans().stream().map(span -> span.of(text)).toList();
  }

  private static List<String> scores(VendorTrailer trailer) {
    return trailer.scores().stream().map(score -> score.name() + " = " + score.printed()).toList();
  }
}
