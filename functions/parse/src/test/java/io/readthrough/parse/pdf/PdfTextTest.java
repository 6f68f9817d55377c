package io.readthrough.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfTextTest {
  private static final float PAGE_HEIGHT = 800;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "• Margins rise~- Margins rise",
        "– Margins rise~- Margins rise",
        "• Margins rise 2–3 points – and stay~- Margins rise 2–3 points – and stay",
        "1. Shipments rise 5–7% in 2025–2026~1. Shipments rise 5–7% in 2025–2026",
        "2) Costs fall – at last~2) Costs fall – at last"
      })
  void onlyTheMarkOfAnItemIsReplaced(String line, String text) {
    assertThat(read(line).text()).isEqualTo(text);
  }

  private static ExtractedDocument read(String line) {
    Segment segment = new Segment(new Glyph(line, 72, PAGE_HEIGHT / 2, 300, 10, false, 0));
    PdfPage page = new PdfPage(1, PAGE_HEIGHT, List.of(segment), 0, 0, 0, false);
    BlockWriter out = new BlockWriter(1_000);
    new PdfText(List.of(page), out).write();
    return out.document(DocumentMetadata.NONE, 0, List.of());
  }
}
