package io.readthrough.parse.office;

import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A part of an Office document, read from element to element. Names are local ones: the standard
/// has two namespaces for each, and no two elements that matter here share a name.
///
/// A document type declaration is refused, so that no entity is ever defined, expanded or fetched.
final class XmlPart {
  /// Real parts have some 30 levels.
  private static final int MAX_DEPTH = 256;

  private static final int CHECK_EVERY = 1024;

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;
  private final Limits limits;
  private int elements;
  private int depth;

  XmlPart(byte[] bytes, Limits limits) {
    this.limits = limits;
    try {
      this.reader = FACTORY.createXMLStreamReader(characters(bytes));
    } catch (XMLStreamException e) {
      throw broken();
    }
  }

  /// The characters of a part, which is in UTF-8 or, by its mark, in UTF-16. What is damaged
  /// becomes U+FFFD: the JDK's own decoder writes a line to the process's errors for each such
  /// part.
  private static Reader characters(byte[] bytes) {
    int head = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    boolean marked = head == 0xfeff || head == 0xfffe;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes), marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  /// What comes next.
  enum Event {
    START,
    END,
    TEXT,
    DONE
  }

  Event next() {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            count();
            return Event.START;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return Event.END;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            return Event.TEXT;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new UnreadableDocumentException(
                  "The document defines entities of its own, which no Office program writes. Save"
                      + " it again with one and drop it again.");
          default -> {}
        }
      }
      return Event.DONE;
    } catch (XMLStreamException e) {
      throw broken();
    }
  }

  private void count() {
    if (++elements % CHECK_EVERY == 0) {
      Limits.checkTime();
    }
    if (elements > limits.elements() || ++depth > MAX_DEPTH) {
      throw Limits.exceeded(
          "a part of it has more than "
              + limits.elements()
              + " elements, or more than "
              + MAX_DEPTH
              + " within each other",
          "Save it as PDF and drop it again.");
    }
  }

  String name() {
    return reader.getLocalName();
  }

  /// The value of the attribute with that local name; null when the element has none.
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /// The value of the attribute with that prefix and name, as `r:id` beside `id`.
  @Nullable String attribute(String prefix, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)
          && prefix.equals(reader.getAttributePrefix(i))) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  int attribute(String name, int otherwise) {
    String value = attribute(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /// Whether an element that switches something on does: without a value it does.
  boolean isOn() {
    String value = attribute("val");
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }

  /// Goes to the end of the element that has just begun.
  void skip() {
    int within = 1;
    while (within > 0) {
      switch (next()) {
        case START -> within++;
        case END -> within--;
        case TEXT -> {}
        case DONE -> within = 0;
      }
    }
  }

  /// All text of the element that has just begun.
  String content() {
    StringBuilder content = new StringBuilder();
    int within = 1;
    while (within > 0) {
      switch (next()) {
        case START -> within++;
        case END -> within--;
        case TEXT -> content.append(reader.getText());
        case DONE -> within = 0;
      }
    }
    return content.toString();
  }

  private static UnreadableDocumentException broken() {
    return new UnreadableDocumentException(
        "A part of the Office document is no well-formed XML. Open it, save it again and drop it"
            + " again.");
  }
}
