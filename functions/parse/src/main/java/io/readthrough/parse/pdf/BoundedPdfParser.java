package io.readthrough.parse.pdf;

import io.readthrough.parse.extract.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;

/// A parser that unpacks each stream once before PDFBox does, and throws the bytes away: PDFBox
/// itself sets no bound to what a stream unpacks to. Pictures, which are never unpacked, are let
/// pass.
final class BoundedPdfParser extends PDFParser {
  private final Limits limits;
  private long expanded;

  BoundedPdfParser(RandomAccessRead source, Limits limits) throws IOException {
    super(source, "");
    this.limits = limits;
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    Limits.checkTime();
    COSStream stream = super.parseCOSStream(dictionary);
    List<COSName> filters = filters(stream.getFilters());
    if (!filters.isEmpty() && !COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))) {
      check(stream, filters);
    }
    return stream;
  }

  private static List<COSName> filters(COSBase filters) {
    List<COSName> names = new ArrayList<>();
    if (filters instanceof COSName name) {
      names.add(name);
    } else if (filters instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSName name) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /// Unpacks all but the last filter to memory, within the bound, and the last to nowhere.
  private void check(COSStream stream, List<COSName> filters) {
    try (InputStream raw = stream.createRawInputStream()) {
      InputStream in = raw;
      for (int i = 0; i < filters.size(); i++) {
        Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
        Bounded out = new Bounded(i + 1 < filters.size());
        filter.decode(in, out, stream, i);
        in = new ByteArrayInputStream(out.kept.toByteArray());
      }
    } catch (IOException e) {
      // Encrypted, or broken: whoever wants the stream finds that out, and what is encrypted is
      // caught by the bound on memory.
    }
  }

  /// Counts what is written to it.
  private final class Bounded extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final boolean keep;

    Bounded(boolean keep) {
      this.keep = keep;
    }

    @Override
    public void write(int b) {
      count(1);
      if (keep) {
        kept.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count(length);
      if (keep) {
        kept.write(bytes, from, length);
      }
    }

    private void count(int length) {
      Limits.checkTime();
      expanded += length;
      if (expanded > limits.expandedBytes()) {
        throw Limits.exceeded(
            "its streams unpack to more than " + limits.expandedBytes() + " bytes",
            "Save it again as PDF, in parts, and drop it again.");
      }
    }
  }
}
