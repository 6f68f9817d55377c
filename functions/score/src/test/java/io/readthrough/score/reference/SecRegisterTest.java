package io.readthrough.score.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readthrough.core.security.Registrant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecRegisterTest {
  @Test
  void readsTheFormThatTheSecPublishes() throws MalformedReferenceException {
    assertThat(
            ReferenceList.read(
                    "company_tickers_exchange.json",
                    """
                    {"fields":["cik","name","ticker","exchange"],"data":[
                     [1,"KESTREL FOODS INC /DE/","KSTL","Nasdaq"],
                     [1,"KESTREL FOODS INC /DE/","KSTL-PA","NYSE"],
                     [2,"Orvel Therapeutics, Inc.","ORVL",null],
                     [3,"MERLIN BANCORP \\\\NY\\\\","MRLN","OTC"],
                     [4,"Harrier Holdings Ltd","HARR","Somewhere New"]]}
                    """
                        .getBytes(UTF_8))
                .registrants())
        .containsExactly(
            new Registrant("KESTREL FOODS INC", "KSTL", "XNAS"),
            new Registrant("KESTREL FOODS INC", "KSTL.PA", "XNYS"),
            new Registrant("Orvel Therapeutics, Inc.", "ORVL", null),
            new Registrant("MERLIN BANCORP", "MRLN", "OTCM"),
            new Registrant("Harrier Holdings Ltd", "HARR", null));
  }

  @Test
  void takesTheColumnsByTheirNames() throws MalformedReferenceException {
    assertThat(
            read("{\"fields\":[\"ticker\",\"x\",\"name\"],\"data\":[[\"KSTL\",{\"a\":[1]},\"Kestrel\"]]}")
                .registrants())
        .containsExactly(new Registrant("Kestrel", "KSTL", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {"fields":["name","ticker"],"data":[["Kestrel","KSTL"],["Orvel",5]]} ~ line 1, row 2: '5' is no ticker
          {"fields":["name","ticker"],"data":[["Kestrel","kstl"]]} ~ row 1: 'kstl' is no ticker
          {"fields":["name","ticker"],"data":[["Kestrel"]]} ~ row 1: it has no ticker
          {"fields":["name","ticker"],"data":[{"name":"Kestrel"}]} ~ row 1: '{' is no row
          {"fields":["name","ticker"],"data":[[null,"KSTL"]]} ~ row 1: 'null' is no name
          {"fields":["name","ticker"],"data":[["Kestrel","KSTL"] ~ line 1, row 2: this is no JSON
          {"fields":["name","ticker"],"data":[["Kestrel","KSTL"]]} x ~ this is no JSON
          {"fields":["name","ticker"],"data":[["Kestrel","KSTL"]]} {} ~ something follows
          {"fields":["name","ticker"]} ~ data' is missing
          {"data":[["Kestrel","KSTL"]],"fields":["name","ticker"]} ~ does not come before the array 'data'
          {"0":{"cik_str":1,"ticker":"KSTL","title":"Kestrel"}} ~ company_tickers_exchange.json
          ["Kestrel"] ~ the file is no JSON object
          <html>403</html> ~ this is no JSON
          '' ~ the file is no JSON object
          """)
  void namesTheRowAndTheValue(String json, String message) {
    assertThat(fault(json)).contains(message);
  }

  @Test
  void hostileDepthAndLengthAreAFault() {
    assertThat(fault("{\"a\":" + "[".repeat(100_000))).contains("no JSON");
    assertThat(
            fault(
                "{\"fields\":[\"name\",\"ticker\"],\"data\":[[\""
                    + "x".repeat(1_000_000)
                    + "\"]]}"))
        .hasSizeLessThan(200);
  }

  @Test
  void aFileOfAnotherKindIsAFault() {
    assertThatExceptionOfType(MalformedReferenceException.class)
        .isThrownBy(() -> ReferenceList.read("names.xlsx", new byte[0]))
        .withMessageContaining("'names.xlsx' ends neither in .csv nor in .json");
  }

  private static ReferenceList read(String json) throws MalformedReferenceException {
    return ReferenceList.read("company_tickers_exchange.json", json.getBytes(UTF_8));
  }

  private static String fault(String json) {
    return assertThatExceptionOfType(MalformedReferenceException.class)
        .isThrownBy(() -> read(json))
        .actual()
        .getMessage();
  }
}
