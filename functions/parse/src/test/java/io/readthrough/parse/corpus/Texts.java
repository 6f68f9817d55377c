package io.readthrough.parse.corpus;

/// Words for documents.
public final class Texts {
  private static final String[] SENTENCES = {
    "Revenue of the division rose 7% to $212 million, ahead of what consensus had expected.",
    "The operating margin narrowed by 40 basis points because input costs rose faster than prices.",
    "Management kept its guidance for the year and said that orders had picked up since August.",
    "Net debt fell for the third quarter in a row, and the board proposed a buyback of $150"
        + " million.",
    "A delay at the new plant would cost about 3% of our earnings estimate for the coming year.",
    "We think that the market still underestimates how much of the backlog is contracted.",
    "Competition from two smaller rivals has forced the company to cut prices in its home market."
  };

  private Texts() {}

  /// A paragraph that differs from its neighbours.
  public static String paragraph(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(i == 0 ? "" : " ").append(SENTENCES[(number * 3 + i * 2) % SENTENCES.length]);
    }
    return text.toString();
  }

  /// Paragraphs that fill so many pages, parted by blank lines.
  public static String pages(int pages) {
    StringBuilder text = new StringBuilder("Initiation of coverage\n\n");
    for (int i = 0; i < pages * 9; i++) {
      text.append(paragraph(i)).append("\n\n");
    }
    return text.toString();
  }
}
