package io.readthrough.query;

import java.util.List;
import java.util.stream.Stream;

/// What a path names.
sealed interface Route {
  /// Any path of this API.
  sealed interface Known extends Route {}

  /// A path of a firm's own data.
  sealed interface Secured extends Known {}

  /// `/v1/notes`
  record Feed() implements Secured {}

  /// `/v1/notes/{note_id}`
  record Note(String noteId) implements Secured {}

  /// `/v1/notes/{note_id}/text`
  record NoteText(String noteId) implements Secured {}

  /// `/v1/tickers/{ticker}/sentiment`
  record Ticker(String ticker) implements Secured {}

  /// `/v1/tickers/{ticker}/timeseries`
  record TimeSeries(String ticker) implements Secured {}

  /// `/v1/health`
  record Health() implements Known {}

  /// `/v1/openapi.json`
  record OpenApi() implements Known {}

  /// Any other path.
  record Unknown() implements Route {}

  /// Tells what a path names. API Gateway hands some paths over decoded and some not; no name that
  /// is valid here has a `%` in it.
  static Route of(String path) {
    List<String> parts =
        Stream.of(path.split("/", -1)).map(p -> p.indexOf('%') < 0 ? p : decoded(p)).toList();
    if (parts.size() < 3 || !parts.get(0).isEmpty() || !parts.get(1).equals("v1")) {
      return new Unknown();
    }
    List<String> below = parts.subList(3, parts.size());
    return switch (parts.get(2)) {
      case "notes" -> notes(below);
      case "tickers" -> below.size() == 2 ? ticker(below.getFirst(), below.get(1)) : new Unknown();
      case "health" -> below.isEmpty() ? new Health() : new Unknown();
      case "openapi.json" -> below.isEmpty() ? new OpenApi() : new Unknown();
      default -> new Unknown();
    };
  }

  private static Route ticker(String ticker, String what) {
    return switch (what) {
      case "sentiment" -> new Ticker(ticker);
      case "timeseries" -> new TimeSeries(ticker);
      default -> new Unknown();
    };
  }

  private static Route notes(List<String> below) {
    return switch (below.size()) {
      case 0 -> new Feed();
      case 1 -> below.getFirst().isEmpty() ? new Unknown() : new Note(below.getFirst());
      case 2 -> below.get(1).equals("text") ? new NoteText(below.getFirst()) : new Unknown();
      default -> new Unknown();
    };
  }

  private static String decoded(String part) {
    String decoded = QueryParameters.decode(part.replace("+", "%2B"));
    return decoded == null ? part : decoded;
  }
}
