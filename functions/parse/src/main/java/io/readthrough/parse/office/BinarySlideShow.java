package io.readthrough.parse.office;

import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.sl.usermodel.TextShape.TextPlaceholder;

/// Reads a PowerPoint presentation of before 2007: each slide is a page, its title a heading.
final class BinarySlideShow {
  private final HSLFSlideShow show;
  private final Limits limits;
  private final BlockWriter out;

  BinarySlideShow(DirectoryNode root, Limits limits) throws IOException {
    this.show = new HSLFSlideShow(root);
    this.limits = limits;
    this.out = new BlockWriter(limits.characters());
  }

  ExtractedDocument read() {
    List<String> warnings = new ArrayList<>();
    int number = 0;
    int hidden = 0;
    for (HSLFSlide slide : show.getSlides()) {
      Limits.checkTime();
      if (out.isFull()) {
        break;
      }
      if (++number > limits.pages()) {
        warnings.add("The slides after the first " + limits.pages() + " were left out.");
        break;
      }
      if (slide.isHidden()) {
        hidden++;
        continue;
      }
      out.page(number);
      for (List<HSLFTextParagraph> box : slide.getTextParagraphs()) {
        write(box, number == 1 ? 1 : 2);
      }
    }
    if (hidden > 0) {
      warnings.add(hidden + " hidden slides were left out.");
    }
    return out.document(
        CompoundMetadata.of(
            show.getSlideShowImpl().getSummaryInformation(),
            show.getSlideShowImpl().getDocumentSummaryInformation()),
        0,
        warnings);
  }

  private void write(List<HSLFTextParagraph> box, int titleLevel) {
    for (HSLFTextParagraph paragraph : box) {
      String text =
          HSLFTextParagraph.getRawText(List.of(paragraph))
              .replaceAll("[\\s\\p{Cntrl}]+", " ")
              .strip();
      int type = paragraph.getRunType();
      if (type == TextPlaceholder.TITLE.nativeId || type == TextPlaceholder.CENTER_TITLE.nativeId) {
        out.block(Kind.HEADING, titleLevel, text);
      } else if (type == TextPlaceholder.BODY.nativeId) {
        out.block(Kind.LIST_ITEM, 0, text.isEmpty() ? "" : "- " + text);
      } else {
        out.block(Kind.PARAGRAPH, 0, text);
      }
    }
  }
}
