package io.readthrough.parse.news;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.readthrough.core.note.Publication.Basis;
import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentExtractor;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.HtmlExtractor;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.Part;
import io.readthrough.parse.extract.PlainTextExtractor;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads vendors' news objects: one is a note, several are parts. They come as a JSON document, an
/// array, one on each line, or in a list of an envelope.
///
/// Of the fields that tell the same of a note, the first that has a value counts, in the order of
/// the lists below, which the README's table of a news object's fields repeats for users. The url
/// stands in for an identity, and the place for both.
///
/// Names are compared without case, `_` and `-`. A time is in RFC 3339, in any form that notes
/// print, in digits alone (20261014T071000), or in seconds or milliseconds since 1970. The vendor's
/// own scores (overall_sentiment_score, overall_sentiment_label, sentiment_score, sentiment_label)
/// stand under the text as a vendor's panel does.
public final class NewsExtractor implements BinaryExtractor {
  private static final List<String> TITLE = List.of("title", "headline", "subject", "name");
  private static final List<String> BODY =
      List.of("body", "content", "text", "article", "story", "html", "fulltext", "bodytext");
  private static final List<String> ABSTRACT =
      List.of("description", "summary", "abstract", "teaser");
  private static final List<String> TIME =
      List.of(
          "publishedat",
          "published",
          "publicationdate",
          "publishdate",
          "timepublished",
          "pubdate",
          "datetime",
          "firstcreated",
          "versioncreated",
          "createdat",
          "date",
          "timestamp",
          "time");
  private static final List<String> TICKERS =
      List.of(
          "tickers",
          "symbols",
          "ticker",
          "symbol",
          "tickersentiment",
          "stocks",
          "instruments",
          "entities",
          "related");
  private static final List<String> TICKER = List.of("ticker", "symbol", "code");
  private static final List<String> URL = List.of("url", "link", "articleurl", "canonicalurl");
  private static final List<String> SOURCE =
      List.of("source", "publisher", "provider", "vendor", "site", "sourcename");
  private static final List<String> AUTHOR = List.of("author", "authors", "byline", "creator");
  private static final List<String> IDENTITY =
      List.of("id", "guid", "uuid", "newsid", "articleid", "storyid");
  private static final List<String> LISTS =
      List.of(
          "articles", "news", "feed", "items", "results", "data", "stories", "documents", "notes");
  private static final Map<String, String> SCORES =
      Map.of(
          "overallsentimentlabel", "Overall Sentiment",
          "overallsentimentscore", "Overall Sentiment Score",
          "sentimentlabel", "Sentiment Label",
          "sentimentscore", "Sentiment Score");

  private static final Pattern DIGIT_TIME =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)T?(\\d\\d)(\\d\\d)(\\d\\d)?Z?");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,13}");
  private static final long MILLIS_FROM = 100_000_000_000L;
  private static final int MAX_TICKERS = 100;
  private static final int MAX_TICKER = 20;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NAME = 200;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NAME)
                  .build())
          .build();

  private final Limits limits;

  /// @param limits that documents are held to
  public NewsExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Extraction extract(byte[] bytes, String filename) {
    List<Map<String, Object>> items = items(bytes);
    ExtractedDocument document = items.size() == 1 ? note(items.getFirst()) : parts(items);
    return new Extraction("json/1", "application/json", document);
  }

  // ---- the items

  private List<Map<String, Object>> items(byte[] bytes) {
    List<Map<String, Object>> items = new ArrayList<>();
    try (JsonParser in = JSON.createParser(bytes)) {
      Values values = new Values(in);
      while (in.nextToken() != null) {
        collect(values.value(), items);
      }
    } catch (IOException e) {
      throw new UnreadableDocumentException(
          "The JSON is broken, or nested deeper than "
              + MAX_DEPTH
              + " levels. Write one whole object, an array of them, or one on each line, in UTF-8,"
              + " and drop it again.");
    }
    if (items.isEmpty()) {
      throw new UnreadableDocumentException(
          "The JSON has no news in it: an object needs a title and a body, or names that stand for"
              + " them.");
    }
    return items;
  }

  private static void collect(@Nullable Object value, List<Map<String, Object>> items) {
    switch (value) {
      case List<?> list -> list.forEach(each -> collect(each, items));
      case Map<?, ?> map -> {
        Map<String, Object> item = item(map);
        if (has(item, BODY) || (has(item, TITLE) && (has(item, ABSTRACT) || !hasList(item)))) {
          items.add(item);
        } else {
          LISTS.stream()
              .map(item::get)
              .filter(each -> each instanceof List<?> || each instanceof Map<?, ?>)
              .forEach(each -> collect(each, items));
        }
      }
      case null, default -> {}
    }
  }

  private static Map<String, Object> item(Map<?, ?> map) {
    Map<String, Object> item = new LinkedHashMap<>();
    map.forEach((name, value) -> item.putIfAbsent(normal(String.valueOf(name)), value));
    return item;
  }

  private static String normal(String name) {
    return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean has(Map<String, Object> item, List<String> names) {
    return string(item, names) != null;
  }

  private static boolean hasList(Map<String, Object> item) {
    return LISTS.stream().anyMatch(name -> item.get(name) instanceof List<?>);
  }

  private ExtractedDocument parts(List<Map<String, Object>> items) {
    List<Part> parts = new ArrayList<>();
    for (Map<String, Object> item : items.subList(0, Math.min(items.size(), limits.parts()))) {
      String identity = string(item, IDENTITY);
      String url = identity == null ? string(item, URL) : null;
      String name = identity != null ? identity : url != null ? url : "item " + (parts.size() + 1);
      parts.add(
          new Part(
              name.substring(0, Math.min(name.length(), MAX_NAME)), name + ".json", json(item)));
    }
    List<String> warnings = new ArrayList<>();
    if (items.size() > limits.parts()) {
      warnings.add(
          "The file has "
              + items.size()
              + " notes: those after the first "
              + limits.parts()
              + " were left out. Drop them in files of their own.");
    }
    return new ExtractedDocument("", List.of(), DocumentMetadata.NONE, 1, warnings, parts);
  }

  private static byte[] json(Map<String, Object> item) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      write(out, item);
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> each : map.entrySet()) {
          out.writeFieldName(String.valueOf(each.getKey()));
          write(out, each.getValue());
        }
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object each : list) {
          write(out, each);
        }
        out.writeEndArray();
      }
      case null -> out.writeNull();
      default -> out.writeString(value.toString());
    }
  }

  // ---- a note

  private ExtractedDocument note(Map<String, Object> item) {
    BlockWriter out = new BlockWriter(limits.characters());
    List<String> warnings = new ArrayList<>();
    String title = string(item, TITLE);
    if (title != null) {
      out.block(Kind.HEADING, 1, title.replaceAll("\\s+", " "));
    }
    String body = string(item, BODY);
    String shown = body == null ? string(item, ABSTRACT) : body;
    if (shown != null) {
      ExtractedDocument text = text(shown);
      out.append(text);
      warnings.addAll(text.warnings());
    }
    SCORES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            score -> {
              Object value = item.get(score.getKey());
              if (value instanceof String || value instanceof BigDecimal) {
                out.block(Kind.PARAGRAPH, 0, score.getValue() + "\n" + value);
              }
            });
    String source = named(item, SOURCE);
    return out.document(
        new DocumentMetadata(
            title,
            named(item, AUTHOR),
            source,
            url(string(item, URL)),
            time(string(item, TIME)),
            Basis.METADATA,
            tickers(item)),
        0,
        warnings);
  }

  private ExtractedDocument text(String body) {
    HtmlExtractor html = new HtmlExtractor(limits);
    boolean isHtml = html.confidence(body, "") > DocumentExtractor.FALLBACK;
    return isHtml ? html.extract(body) : new PlainTextExtractor(limits).extract(body);
  }

  private static @Nullable String url(@Nullable String value) {
    return value != null && value.matches("https?://\\S+") ? value : null;
  }

  private static @Nullable String time(@Nullable String value) {
    if (value == null) {
      return null;
    }
    if (EPOCH.matcher(value).matches()) {
      long epoch = Long.parseLong(value);
      return Instant.ofEpochMilli(epoch >= MILLIS_FROM ? epoch : epoch * 1000).toString();
    }
    var digits = DIGIT_TIME.matcher(value);
    if (digits.matches()) {
      String seconds = digits.group(6) == null ? "00" : digits.group(6);
      return digits.group(1)
          + "-"
          + digits.group(2)
          + "-"
          + digits.group(3)
          + "T"
          + digits.group(4)
          + ":"
          + digits.group(5)
          + ":"
          + seconds
          + "Z";
    }
    return value;
  }

  private static @Nullable String string(Map<String, Object> item, List<String> names) {
    for (String name : names) {
      Object value = item.get(name);
      if (value instanceof String text && !text.isBlank()) {
        return text.strip();
      }
      if (value instanceof BigDecimal number) {
        return number.toPlainString();
      }
    }
    return null;
  }

  /// A word, a list of words, or an object's name.
  private static @Nullable String named(Map<String, Object> item, List<String> names) {
    for (String name : names) {
      Object value = item.get(name);
      String found =
          switch (value) {
            case String text -> text.strip();
            case Map<?, ?> map -> string(item(map), List.of("name", "title", "domain"));
            case List<?> list ->
                String.join(
                    ", ",
                    list.stream()
                        .map(
                            each ->
                                each instanceof Map<?, ?> map
                                    ? string(item(map), List.of("name"))
                                    : String.valueOf(each))
                        .filter(each -> each != null)
                        .toList());
            case null, default -> null;
          };
      if (found != null && !found.isEmpty()) {
        return found.substring(0, Math.min(found.length(), MAX_NAME));
      }
    }
    return null;
  }

  private static List<String> tickers(Map<String, Object> item) {
    for (String name : TICKERS) {
      Set<String> found = new LinkedHashSet<>();
      addTickers(item.get(name), found);
      List<String> tickers =
          found.stream()
              .filter(each -> !each.isEmpty() && each.length() <= MAX_TICKER)
              .limit(MAX_TICKERS)
              .toList();
      if (!tickers.isEmpty()) {
        return tickers;
      }
    }
    return List.of();
  }

  private static void addTickers(@Nullable Object value, Set<String> tickers) {
    switch (value) {
      case String text -> tickers.addAll(List.of(text.strip().split("[,;\\s]+", -1)));
      case List<?> list -> list.forEach(each -> addTickers(each, tickers));
      case Map<?, ?> map -> {
        String ticker = string(item(map), TICKER);
        if (ticker != null) {
          tickers.add(ticker);
        }
      }
      case null, default -> {}
    }
  }

  /// Values as maps, lists, strings and numbers, up to the limit of elements.
  private final class Values {
    private final JsonParser in;
    private int elements;

    Values(JsonParser in) {
      this.in = in;
    }

    @Nullable Object value() throws IOException {
      if (++elements > limits.elements()) {
        throw Limits.exceeded(
            "it has more than " + limits.elements() + " values", "Drop it in parts.");
      }
      return switch (in.currentToken()) {
        case START_OBJECT -> {
          Map<String, @Nullable Object> map = new LinkedHashMap<>();
          while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            map.put(name, value());
          }
          yield map;
        }
        case START_ARRAY -> {
          List<@Nullable Object> list = new ArrayList<>();
          while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(value());
          }
          yield list;
        }
        case VALUE_STRING -> in.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
        case VALUE_TRUE -> "true";
        case VALUE_FALSE -> "false";
        case null, default -> null;
      };
    }

    /// Numbers of a size that no time and no score has are kept as they are written.
    private Object number() throws IOException {
      BigDecimal number = in.getDecimalValue();
      return Math.abs(number.scale()) > MAX_NAME ? in.getText() : number;
    }
  }
}
