package io.readthrough.store.json;

import static io.readthrough.store.json.Json.enumOf;
import static io.readthrough.store.json.Json.instantOrNull;
import static io.readthrough.store.json.Json.list;
import static io.readthrough.store.json.Json.required;
import static io.readthrough.store.json.Json.spelled;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.VendorScore;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The JSON of a [ParseOutcome], what the parse function hands to the score function.
///
/// `{"outcome":"parsed|unpacked|rejected|removed","source":{..}, ..}`; names in snake_case, enums
/// in lower case, times in RFC 3339. Reading what was written gives an equal outcome; an unpaired
/// surrogate, which UTF-8 cannot hold, becomes `?`, so that offsets stay true.
public final class ParseOutcomeJson {
  private static final String PARSED = "parsed";
  private static final String UNPACKED = "unpacked";
  private static final String REJECTED = "rejected";
  private static final String REMOVED = "removed";

  private ParseOutcomeJson() {}

  /// Writes an outcome, in UTF-8.
  public static byte[] write(ParseOutcome outcome) {
    return Json.write(
        out -> {
          out.writeStartObject();
          switch (outcome) {
            case ParseOutcome.Parsed parsed -> {
              out.writeStringField("outcome", PARSED);
              write(out, parsed.source());
              write(out, parsed.note());
            }
            case ParseOutcome.Unpacked unpacked -> {
              out.writeStringField("outcome", UNPACKED);
              write(out, unpacked.source());
              Json.writeStrings(out, "warnings", unpacked.warnings());
              writeParts(out, unpacked.parts());
            }
            case ParseOutcome.Rejected rejected -> {
              out.writeStringField("outcome", REJECTED);
              write(out, rejected.source());
              out.writeStringField("reason", spelled(rejected.reason()));
              out.writeStringField("detail", rejected.detail());
            }
            case ParseOutcome.Removed removed -> {
              out.writeStringField("outcome", REMOVED);
              write(out, removed.source());
            }
          }
          out.writeEndObject();
        });
  }

  /// Reads what [#write] wrote. Fields it does not know are skipped.
  ///
  /// @throws IllegalArgumentException when the bytes are anything else
  public static ParseOutcome read(byte[] json) {
    return Json.read(json, "a parse outcome", in -> new Outcome().read(in));
  }

  private static void write(JsonGenerator out, NoteSource source) throws IOException {
    SourceObject object = source.object();
    out.writeObjectFieldStart("source");
    out.writeStringField("firm", source.firm().value());
    out.writeStringField("note_id", source.noteId().value());
    out.writeStringField("bucket", object.bucket());
    out.writeStringField("key", object.key());
    out.writeStringField("version_id", object.versionId());
    out.writeStringField("etag", object.etag());
    out.writeStringField("sequencer", object.sequencer().value());
    out.writeStringField("event_time", object.eventTime().toString());
    out.writeStringField("filename", source.filename());
    out.writeStringField("sha256", source.sha256());
    out.writeStringField("media_type", source.mediaType());
    out.writeNumberField("bytes", source.bytes());
    NoteSource.Part part = source.part();
    if (part != null) {
      out.writeStringField("parent_note_id", part.parent().value());
      out.writeStringField("path", part.path());
    }
    out.writeEndObject();
  }

  private static void writeParts(JsonGenerator out, List<NoteId> parts) throws IOException {
    Json.writeStrings(out, "parts", parts.stream().map(NoteId::value).toList());
  }

  private static void write(JsonGenerator out, ParsedNote note) throws IOException {
    out.writeStringField("language", note.language());
    out.writeStringField("title", note.title());
    out.writeStringField("author", note.author());
    out.writeStringField("vendor", note.vendor());
    out.writeStringField("url", note.url());
    Instant published = note.publication().at();
    out.writeStringField("published_at", published == null ? null : published.toString());
    out.writeStringField("published_at_basis", spelled(note.publication().basis()));
    out.writeStringField("published_at_zone", note.publication().zone());
    out.writeStringField("parser", note.parser());
    out.writeNumberField("text_coverage", note.textCoverage());
    Json.writeStrings(out, "warnings", note.warnings());
    Json.writeStrings(out, "tickers", note.tickers());
    writeParts(out, note.parts());
    out.writeArrayFieldStart("regions");
    for (Region region : note.regions()) {
      out.writeStartObject();
      out.writeStringField("kind", spelled(region.kind()));
      write(out, region.span());
      if (region.page() != null) {
        out.writeNumberField("page", region.page());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("vendor_scores");
    for (VendorScore score : note.vendorScores()) {
      out.writeStartObject();
      out.writeStringField("name", score.name());
      out.writeStringField("printed", score.printed());
      if (score.number() != null) {
        out.writeNumberField("number", score.number());
      }
      out.writeStringField("scale", score.scale());
      write(out, score.span());
      out.writeEndObject();
    }
    out.writeEndArray();
    if (note.ratingBox() != null) {
      write(out, note.ratingBox());
    }
    out.writeStringField("text", note.text());
  }

  private static void write(JsonGenerator out, RatingBox box) throws IOException {
    out.writeObjectFieldStart("rating_box");
    out.writeStringField("rating", box.rating());
    out.writeStringField("previous_rating", box.previousRating());
    if (box.target() != null) {
      out.writeNumberField("target", box.target());
    }
    if (box.previousTarget() != null) {
      out.writeNumberField("previous_target", box.previousTarget());
    }
    out.writeStringField("currency", box.currency());
    write(out, box.span());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, TextSpan span) throws IOException {
    out.writeNumberField("start", span.start());
    out.writeNumberField("end", span.end());
  }

  /// The fields of all three outcomes, as they come.
  private static final class Outcome {
    private @Nullable String outcome;
    private @Nullable NoteSource source;
    private @Nullable String reason;
    private @Nullable String detail;
    private @Nullable String text;
    private @Nullable String language;
    private @Nullable String title;
    private @Nullable String author;
    private @Nullable String vendor;
    private @Nullable String url;
    private @Nullable Instant publishedAt;
    private @Nullable String publishedAtBasis;
    private @Nullable String publishedAtZone;
    private @Nullable String parser;
    private double textCoverage;
    private List<String> warnings = List.of();
    private List<String> tickers = List.of();
    private List<NoteId> parts = List.of();
    private List<Region> regions = List.of();
    private List<VendorScore> vendorScores = List.of();
    private @Nullable RatingBox ratingBox;

    ParseOutcome read(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "outcome" -> outcome = in.getValueAsString();
          case "source" -> source = source(in);
          case "reason" -> reason = in.getValueAsString();
          case "detail" -> detail = in.getValueAsString();
          case "text" -> text = in.getValueAsString();
          case "language" -> language = in.getValueAsString();
          case "title" -> title = in.getValueAsString();
          case "author" -> author = in.getValueAsString();
          case "vendor" -> vendor = in.getValueAsString();
          case "url" -> url = in.getValueAsString();
          case "published_at" -> publishedAt = instantOrNull(in);
          case "published_at_basis" -> publishedAtBasis = in.getValueAsString();
          case "published_at_zone" -> publishedAtZone = in.getValueAsString();
          case "parser" -> parser = in.getValueAsString();
          case "text_coverage" -> textCoverage = in.getDoubleValue();
          case "warnings" -> warnings = list(in, each -> required("warnings", each.getText()));
          case "tickers" -> tickers = list(in, each -> required("tickers", each.getText()));
          case "parts" -> parts = list(in, each -> new NoteId(required("parts", each.getText())));
          case "regions" -> regions = list(in, Outcome::region);
          case "rating_box" -> ratingBox = ratingBox(in);
          case "vendor_scores" -> vendorScores = list(in, Outcome::vendorScore);
          default -> in.skipChildren();
        }
      }
      NoteSource from = required("source", source);
      return switch (required("outcome", outcome)) {
        case PARSED -> new ParseOutcome.Parsed(note(from));
        case UNPACKED -> new ParseOutcome.Unpacked(from, parts, warnings);
        case REJECTED ->
            new ParseOutcome.Rejected(
                from,
                enumOf(ParseOutcome.Reason.class, "reason", reason),
                required("detail", detail));
        case REMOVED -> new ParseOutcome.Removed(from);
        default -> throw new IllegalArgumentException("its outcome is of no known kind");
      };
    }

    private ParsedNote note(NoteSource from) {
      return new ParsedNote(
          from,
          required("text", text),
          required("language", language),
          title,
          author,
          vendor,
          url,
          new Publication(
              publishedAt,
              enumOf(Publication.Basis.class, "published_at_basis", publishedAtBasis),
              publishedAtZone),
          regions,
          vendorScores,
          ratingBox,
          required("parser", parser),
          textCoverage,
          warnings,
          tickers,
          parts);
    }

    private static NoteSource source(JsonParser in) throws IOException {
      String firm = null;
      String noteId = null;
      String bucket = null;
      String key = null;
      String versionId = null;
      String etag = null;
      String sequencer = null;
      Instant eventTime = null;
      String filename = null;
      String sha256 = null;
      String mediaType = null;
      long bytes = 0;
      String parent = null;
      String path = null;
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "firm" -> firm = in.getValueAsString();
          case "note_id" -> noteId = in.getValueAsString();
          case "bucket" -> bucket = in.getValueAsString();
          case "key" -> key = in.getValueAsString();
          case "version_id" -> versionId = in.getValueAsString();
          case "etag" -> etag = in.getValueAsString();
          case "sequencer" -> sequencer = in.getValueAsString();
          case "event_time" -> eventTime = instantOrNull(in);
          case "filename" -> filename = in.getValueAsString();
          case "sha256" -> sha256 = in.getValueAsString();
          case "media_type" -> mediaType = in.getValueAsString();
          case "bytes" -> bytes = in.getLongValue();
          case "parent_note_id" -> parent = in.getValueAsString();
          case "path" -> path = in.getValueAsString();
          default -> in.skipChildren();
        }
      }
      return new NoteSource(
          new FirmId(required("firm", firm)),
          new NoteId(required("note_id", noteId)),
          new SourceObject(
              required("bucket", bucket),
              required("key", key),
              versionId,
              etag,
              new Sequencer(required("sequencer", sequencer)),
              required("event_time", eventTime)),
          required("filename", filename),
          required("sha256", sha256),
          required("media_type", mediaType),
          bytes,
          parent == null ? null : new NoteSource.Part(new NoteId(parent), required("path", path)));
    }

    private static Region region(JsonParser in) throws IOException {
      String kind = null;
      Integer page = null;
      int start = 0;
      int end = 0;
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "kind" -> kind = in.getValueAsString();
          case "start" -> start = in.getIntValue();
          case "end" -> end = in.getIntValue();
          case "page" -> page = in.getIntValue();
          default -> in.skipChildren();
        }
      }
      return new Region(enumOf(RegionKind.class, "kind", kind), new TextSpan(start, end), page);
    }

    private static RatingBox ratingBox(JsonParser in) throws IOException {
      String rating = null;
      String previousRating = null;
      BigDecimal target = null;
      BigDecimal previousTarget = null;
      String currency = null;
      int start = 0;
      int end = 0;
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "rating" -> rating = in.getValueAsString();
          case "previous_rating" -> previousRating = in.getValueAsString();
          case "target" -> target = in.getDecimalValue();
          case "previous_target" -> previousTarget = in.getDecimalValue();
          case "currency" -> currency = in.getValueAsString();
          case "start" -> start = in.getIntValue();
          case "end" -> end = in.getIntValue();
          default -> in.skipChildren();
        }
      }
      return new RatingBox(
          rating, previousRating, target, previousTarget, currency, new TextSpan(start, end));
    }

    private static VendorScore vendorScore(JsonParser in) throws IOException {
      String scoreName = null;
      String printed = null;
      Double number = null;
      String scale = null;
      int start = 0;
      int end = 0;
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "name" -> scoreName = in.getValueAsString();
          case "printed" -> printed = in.getValueAsString();
          case "number" -> number = in.getDoubleValue();
          case "scale" -> scale = in.getValueAsString();
          case "start" -> start = in.getIntValue();
          case "end" -> end = in.getIntValue();
          default -> in.skipChildren();
        }
      }
      return new VendorScore(
          required("name", scoreName),
          required("printed", printed),
          number,
          scale,
          new TextSpan(start, end));
    }
  }
}
