package io.readthrough.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The contract itself: that it holds together, and that code and document say the same.
class OpenApiDocumentTest {
  private final TestAnswer answer = new TestApi().anonymous().get("/v1/openapi.json");

  @Test
  void isPublishedWithoutWhatConcernsApiGatewayAlone() {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("x-amazon-", "Fn::", "AWS::", "$default");
    assertThat(answer.json().path("paths").propertyNames())
        .containsExactly(
            "/v1/notes",
            "/v1/notes/{note_id}",
            "/v1/notes/{note_id}/text",
            "/v1/tickers/{ticker}/sentiment",
            "/v1/tickers/{ticker}/timeseries",
            "/v1/health",
            "/v1/openapi.json");
    assertThat(answer.json().at("/components/schemas"))
        .isEqualTo(Contract.DOCUMENT.at("/components/schemas"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/notes, 0",
    "/v1/notes/{note_id}/text, 1",
    "/v1/tickers/{ticker}/sentiment, 2",
    "/v1/tickers/{ticker}/timeseries, 3",
    "/v1/notes/{note_id}, 4",
    "/v1/health, 5"
  })
  void namesTheParametersThatTheCodeReads(String path, int which) {
    List<List<String>> inCode =
        List.of(
            FeedEndpoint.PARAMETERS,
            NoteEndpoint.TEXT_PARAMETERS,
            TickerEndpoint.PARAMETERS,
            TimeSeriesEndpoint.PARAMETERS,
            NoteEndpoint.PARAMETERS,
            List.of());
    assertThat(
            Contract.DOCUMENT
                .path("paths")
                .path(path)
                .at("/get/parameters")
                .valueStream()
                .filter(p -> p.path("in").asString().equals("query"))
                .map(p -> p.path("name").asString()))
        .containsExactlyElementsOf(inCode.get(which));
  }

  @Test
  void saysTheBoundsThatTheCodeKeeps() {
    JsonNode parameters = Contract.DOCUMENT.at("/paths/~1v1~1notes/get/parameters");
    assertThat(parameters.at("/0/schema/maxItems").asInt()).isEqualTo(FeedEndpoint.MAX_TICKERS);
    assertThat(parameters.at("/8/schema/maximum").asInt()).isEqualTo(FeedEndpoint.MAX_LIMIT);
    assertThat(parameters.at("/8/schema/default").asInt()).isEqualTo(FeedEndpoint.DEFAULT_LIMIT);
    assertThat(
            Contract.DOCUMENT
                .at("/components/schemas/TickerTimeSeries/properties/series/maxItems")
                .asInt())
        .isEqualTo(TimeSeriesEndpoint.MAX_DAYS);
    String ticker = Contract.DOCUMENT.at("/components/schemas/Ticker/pattern").asString();
    for (String text : List.of("A", "BRK.B", "0700.HK", "a", "", "-A", "A#B", "A".repeat(33))) {
      assertThat(FeedEndpoint.tickerFault(text) == null).isEqualTo(text.matches(ticker));
    }
  }

  @Test
  void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
    TreeSet<String> used = new TreeSet<>();
    for (JsonNode ref : Contract.DOCUMENT.findValues("$ref")) {
      String pointer = ref.asString().substring(1);
      assertThat(Contract.DOCUMENT.at(pointer).isMissingNode()).as(pointer).isFalse();
      used.add(pointer);
    }
    assertThat(
            Contract.DOCUMENT.at("/components/schemas").propertyNames().stream()
                .map(name -> "/components/schemas/" + name))
        .allMatch(used::contains);
  }

  /// CloudFormation refuses a template with a null in it, and the document is included in one.
  @Test
  void holdsNoNull() {
    List<String> nulls = new ArrayList<>();
    findNulls(Contract.DOCUMENT, "", nulls);
    assertThat(nulls).isEmpty();
  }

  private static void findNulls(JsonNode node, String at, List<String> nulls) {
    if (node.isNull()) {
      nulls.add(at);
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      findNulls(each.getValue(), at + "/" + each.getKey(), nulls);
    }
    if (node.isArray()) {
      node.valueStream().forEach(each -> findNulls(each, at + "/*", nulls));
    }
  }

  @Test
  void onlyWhatHoldsNoDataOfAFirmNeedsNoToken() {
    for (Map.Entry<String, JsonNode> path : Contract.DOCUMENT.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      boolean open = List.of("/v1/health", "/v1/openapi.json", "/$default").contains(path.getKey());
      assertThat(get.path("security").isMissingNode()).as(path.getKey()).isEqualTo(open);
    }
  }
}
