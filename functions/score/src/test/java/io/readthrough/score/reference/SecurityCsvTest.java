package io.readthrough.score.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.ListedSecurity;
import io.readthrough.core.security.ListedSecurity.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityCsvTest {
  @Test
  void readsEveryColumn() throws MalformedReferenceException {
    assertThat(
            read(
                """
                ticker,exchange,name,aliases,type,sector,ambiguous,listings,isin
                KSTL,XLON,Kestrel Foods plc,Kestrel Foods|KSTL,equity,consumer staples,Kestrel,NYSE:KSF | XETR:KST,GB00BP6MXD84
                """))
        .containsExactly(
            new ListedSecurity(
                "KSTL",
                "XLON",
                "Kestrel Foods plc",
                List.of("Kestrel Foods", "KSTL"),
                AssetType.EQUITY,
                "consumer staples",
                List.of("Kestrel"),
                List.of(new Listing("XNYS", "KSF"), new Listing("XETR", "KST")),
                "GB00BP6MXD84"));
  }

  @Test
  void needsOnlyANameAndATicker() throws MalformedReferenceException {
    assertThat(read("name,ticker\nKestrel Foods plc,KSTL\n"))
        .containsExactly(
            new ListedSecurity(
                "KSTL",
                null,
                "Kestrel Foods plc",
                List.of(),
                AssetType.EQUITY,
                null,
                List.of(),
                List.of(),
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeffname,ticker\nKestrel Foods,KSTL",
        "name,ticker\r\nKestrel Foods,KSTL\r\n",
        "NAME , Ticker\n  Kestrel Foods , KSTL \n",
        "ticker,name\nKSTL,\"Kestrel Foods\"\n\n\n",
        "\"name\",\"ticker\"\n\n\"Kestrel Foods\",\"KSTL\""
      })
  void readsWhatSpreadsheetsWrite(String csv) throws MalformedReferenceException {
    assertThat(read(csv))
        .singleElement()
        .satisfies(row -> assertThat(row.name()).isEqualTo("Kestrel Foods"))
        .satisfies(row -> assertThat(row.code()).isEqualTo("KSTL"));
  }

  @Test
  void readsCommasAndQuotationMarksInQuotationMarks() throws MalformedReferenceException {
    assertThat(read("name,ticker\n\"Orvel \"\"Old\"\" Therapeutics, Inc.\",ORVL"))
        .extracting(ListedSecurity::name)
        .containsExactly("Orvel \"Old\" Therapeutics, Inc.");
  }

  @ParameterizedTest
  @CsvSource({
    "XNAS, XNAS",
    "xnas, XNAS",
    "Nasdaq, XNAS",
    "NYSE American, XASE",
    "LSE, XLON",
    "Tokyo, ",
    "'', "
  })
  void takesAnExchangeByItsCodeOrByAName(String printed, String mic) {
    String csv = "name,ticker,exchange\nKestrel Foods,KSTL," + printed;
    if (mic == null && !printed.isEmpty()) {
      assertThat(fault(csv)).contains("line 2, column exchange", "'" + printed + "'", "ISO 10383");
    } else {
      assertThat(rows(csv)).extracting(ListedSecurity::mic).containsExactly(mic);
    }
  }

  @Test
  void aPrivateCompanyNeedsNoTicker() throws MalformedReferenceException {
    assertThat(read("name,ticker,type\nAcme Robotics,,Private"))
        .extracting(ListedSecurity::type)
        .containsExactly(AssetType.PRIVATE);
  }

  /// A fault names the line, the column, the value and what to do.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          name,ticker|Kestrel,KSTL|Orvel,orvl ~ line 3, column ticker: 'orvl' is no ticker ~ capitals
          name,ticker|Kestrel,KS TL ~ line 2, column ticker: 'KS TL' is no ticker ~ capitals
          name,ticker|Kestrel,ABCDEFGHIJKLMNOPQ ~ line 2, column ticker ~ at most 16
          name,ticker|Kestrel, ~ line 2, column ticker: '' is no ticker ~ private
          name,ticker|,KSTL ~ line 2, column name: '' is no name ~ legal name
          name,ticker|123,KSTL ~ line 2, column name: '123' is no name ~ letters
          name,ticker|Kestrel,KSTL|Orvel,ORVL|Kestrel again,KSTL ~ line 4, column ticker: 'KSTL' is on line 2 already ~ remove one
          name,ticker,type|Kestrel,KSTL,stock ~ line 2, column type: 'stock' is no type ~ equity, etf
          name,ticker,type|Miners,MNRS,group ~ line 2, column type: 'group' is no type ~ private
          name,ticker,exchange|Kestrel,KSTL,XNYZ ~ line 2, column exchange: 'XNYZ' is no exchange ~ XNYS
          name,ticker,isin|Kestrel,KSTL,US0378331006 ~ line 2, column isin: 'US0378331006' is no ISIN ~ check digit
          name,ticker,listings|Kestrel,KSTL,KSTL.L ~ line 2, column listings: 'KSTL.L' is no listing ~ exchange:ticker
          name,ticker,listings|Kestrel,KSTL,MOON:KSTL ~ line 2, column listings: 'MOON' is no exchange ~ XNYS
          name,ticker,aliases|Kestrel,KSTL,!Kes ~ line 2, column aliases: '!Kes' is no name ~ letters
          name,ticker|Kestrel ~ line 2: it has 1 fields and the first line 2 ~ comma
          name,ticker|Kestrel, Inc.,KSTL ~ line 2: it has 3 fields ~ quotation marks
          name,symbol|Kestrel,KSTL ~ line 1: 'symbol' is no column ~ use name, ticker
          name;ticker|Kestrel;KSTL ~ line 1: 'name;ticker' is no column ~ commas between
          name,ticker,name|Kestrel,KSTL,x ~ line 1: the column 'name' is there twice ~ remove one
          ticker,exchange|KSTL,XLON ~ line 1: the column 'name' is missing ~ first line
          """)
  void namesTheLineTheValueAndTheRemedy(String csv, String place, String remedy) {
    assertThat(fault(csv.replace('|', '\n'))).contains(place, remedy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n\n", "\ufeff"})
  void anEmptyFileIsAFault(String csv) {
    assertThat(fault(csv)).contains("line 1", "the file is empty");
  }

  @Test
  void anOpenQuotationMarkIsAFaultAtItsLine() {
    String rest = "Orvel,ORVL\n".repeat(2000);
    assertThat(fault("name,ticker\nKestrel,KSTL\n\"Merlin,MRLN\n" + rest)).startsWith("line 3");
  }

  @Test
  void aFileInAnotherEncodingIsAFault() {
    String csv = "name,ticker\nKestrel,KSTL\nNestlé,NESN\n";
    assertThat(faultOf(csv.getBytes(ISO_8859_1))).contains("line 3", "0xE9", "UTF-8");
    assertThat(faultOf(csv.getBytes(UTF_16))).contains("line 1", "UTF-8");
  }

  @Test
  void hostileBytesAreAFaultAndNothingElse() {
    byte[] zip = {'P', 'K', 3, 4, 0, 0, (byte) 0xff, (byte) 0xfe};
    assertThat(faultOf(zip)).contains("line 1");
    assertThat(fault("name,ticker\n" + "\0\0\0,\u202e")).contains("line 2");
    assertThat(fault("name,ticker\nA\u0007b,KSTL")).contains("'A?b'");
    assertThat(fault("=cmd|' /C calc'!A0,ticker\n")).contains("line 1", "no column");
    assertThat(fault("x".repeat(5_000_000))).hasSizeLessThan(400);
  }

  @Test
  void aValueIsShownShortAndOnOneLine() {
    String message = fault("name,ticker,type\nKestrel,KSTL,\"" + "st\nck\u202e".repeat(100) + "\"");
    assertThat(message).contains("line 2", "'st?ck?st?ck?").doesNotContain("\n", "\u202e");
    assertThat(message.length()).isLessThan(220);
  }

  @Test
  void moreRowsThanAnybodyNeedsAreAFault() {
    StringBuilder csv = new StringBuilder("name,ticker\n");
    for (int i = 0; i <= ReferenceList.MOST_ROWS; i++) {
      csv.append("Name of a company,T").append(i).append('\n');
    }
    assertThat(fault(csv.toString())).contains("more than 100000");
  }

  private static List<ListedSecurity> read(String csv) throws MalformedReferenceException {
    return ReferenceList.read("names.csv", csv.getBytes(UTF_8)).listed();
  }

  private static List<ListedSecurity> rows(String csv) {
    try {
      return read(csv);
    } catch (MalformedReferenceException e) {
      throw new AssertionError(e);
    }
  }

  private static String fault(String csv) {
    return faultOf(csv.getBytes(UTF_8));
  }

  private static String faultOf(byte[] csv) {
    return assertThatExceptionOfType(MalformedReferenceException.class)
        .isThrownBy(() -> ReferenceList.read("names.csv", csv))
        .actual()
        .getMessage();
  }
}
