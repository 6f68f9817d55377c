package io.readthrough.parse.office;

import io.readthrough.parse.archive.ZipArchive;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a PowerPoint presentation: each slide is a page, its title a heading. Hidden slides, what
/// lies beside the slide, text of a point or less, slide numbers and footers are left out.
final class SlideShow {
  static final String MAIN = "ppt/presentation.xml";

  private static final String FOLDER = "ppt/";

  /// Hundredths of a point.
  private static final int HIDDEN_SIZE = 100;

  private static final Set<String> TITLES = Set.of("title", "ctrTitle");
  private static final Set<String> FURNITURE = Set.of("ftr", "sldNum", "dt", "hdr");

  private final ZipArchive archive;
  private final Limits limits;
  private final BlockWriter out;
  private long width = Long.MAX_VALUE;
  private long height = Long.MAX_VALUE;
  private long hidden;
  private int hiddenSlides;

  SlideShow(ZipArchive archive, Limits limits) {
    this.archive = archive;
    this.limits = limits;
    this.out = new BlockWriter(limits.characters());
  }

  ExtractedDocument read(DocumentMetadata metadata) {
    List<String> slides = slides();
    List<String> warnings = new ArrayList<>();
    if (slides.size() > limits.pages()) {
      warnings.add(
          "The presentation has "
              + slides.size()
              + " slides: those after the first "
              + limits.pages()
              + " were left out.");
    }
    for (int i = 0; i < Math.min(slides.size(), limits.pages()) && !out.isFull(); i++) {
      byte[] bytes = archive.read(slides.get(i));
      if (bytes != null) {
        out.page(i + 1);
        readSlide(new XmlPart(bytes, limits), i == 0 ? 1 : 2);
      }
    }
    if (hiddenSlides > 0) {
      warnings.add(hiddenSlides + " hidden slides were left out.");
    }
    if (hidden > 0) {
      warnings.add(hidden + " hidden characters were left out.");
    }
    return out.document(metadata, hidden, warnings);
  }

  private List<String> slides() {
    Map<String, String> targets = Relationships.of(archive, FOLDER, "presentation.xml", limits);
    List<String> slides = new ArrayList<>();
    byte[] bytes = archive.read(MAIN);
    if (bytes == null) {
      return slides;
    }
    XmlPart xml = new XmlPart(bytes, limits);
    for (XmlPart.Event event = xml.next(); event != XmlPart.Event.DONE; event = xml.next()) {
      if (event == XmlPart.Event.START && xml.name().equals("sldId")) {
        String target = targets.get(String.valueOf(xml.attribute("r", "id")));
        if (target != null) {
          slides.add(target);
        }
      } else if (event == XmlPart.Event.START && xml.name().equals("sldSz")) {
        width = xml.attribute("cx", Integer.MAX_VALUE);
        height = xml.attribute("cy", Integer.MAX_VALUE);
      }
    }
    return slides;
  }

  /// What the walk through a slide knows of where it is.
  private static final class Place {
    private String placeholder = "";
    private long x;
    private long y;
    private boolean beside;
    private boolean small;
    private boolean inTable;
    private final StringBuilder words = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
  }

  private void readSlide(XmlPart xml, int titleLevel) {
    Place at = new Place();
    for (XmlPart.Event event = xml.next();
        event != XmlPart.Event.DONE && !out.isFull();
        event = xml.next()) {
      if (event == XmlPart.Event.START) {
        if (xml.name().equals("sld") && "0".equals(xml.attribute("show"))) {
          hiddenSlides++;
          return;
        }
        start(xml, at);
      } else if (event == XmlPart.Event.END) {
        end(xml.name(), at, titleLevel);
      }
    }
  }

  private void start(XmlPart xml, Place at) {
    switch (xml.name()) {
      case "sp", "graphicFrame" -> {
        at.placeholder = "";
        at.beside = false;
      }
      case "ph" -> {
        String type = xml.attribute("type");
        at.placeholder = type == null ? "" : type;
      }
      case "off" -> {
        at.x = xml.attribute("x", 0);
        at.y = xml.attribute("y", 0);
        at.beside = at.x >= width || at.y >= height;
      }
      case "ext" -> {
        long right = at.x + xml.attribute("cx", 0);
        long bottom = at.y + xml.attribute("cy", 0);
        at.beside |= xml.attribute("cx") != null && (right < 0 || bottom < 0);
      }
      case "tbl" -> at.inTable = true;
      case "tr" -> at.cells.clear();
      case "rPr" -> at.small = xml.attribute("sz", Integer.MAX_VALUE) <= HIDDEN_SIZE;
      case "r" -> at.small = false;
      case "br" -> at.words.append(' ');
      case "t" -> append(xml.content(), at);
      case "Fallback" -> xml.skip();
      default -> {}
    }
  }

  private void append(String text, Place at) {
    if (at.small || at.beside) {
      hidden += text.strip().length();
    } else if (!FURNITURE.contains(at.placeholder)) {
      at.words.append(text);
    }
  }

  private void end(String name, Place at, int titleLevel) {
    switch (name) {
      case "p" -> {
        if (at.inTable) {
          at.words.append(' ');
        } else {
          write(take(at), at, titleLevel);
        }
      }
      case "tc" -> at.cells.add(take(at));
      case "tr" -> {
        if (at.cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          out.block(Kind.TABLE_ROW, 0, String.join(" | ", at.cells));
        }
      }
      case "tbl" -> at.inTable = false;
      default -> {}
    }
  }

  private static String take(Place at) {
    String words = at.words.toString().replaceAll("\\s+", " ").strip();
    at.words.setLength(0);
    return words;
  }

  private void write(String text, Place at, int titleLevel) {
    if (TITLES.contains(at.placeholder)) {
      out.block(Kind.HEADING, titleLevel, text);
    } else if (at.placeholder.equals("body") || at.placeholder.equals("obj")) {
      out.block(Kind.LIST_ITEM, 0, text.isEmpty() ? "" : "- " + text);
    } else {
      out.block(Kind.PARAGRAPH, 0, text);
    }
  }
}
