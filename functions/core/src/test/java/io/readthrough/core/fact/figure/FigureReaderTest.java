package io.readthrough.core.fact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureReaderTest {
  /// All figures of a text: "5620000000 CNY", "0.03..0.04 USD".
  private static List<String> read(String text) {
    Tokens tokens = Tokens.of(text);
    FigureReader reader = new FigureReader(tokens);
    List<String> all = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Figure figure = reader.at(i, tokens.size());
      if (figure != null) {
        String range = figure.isRange() ? ".." + plain(figure.high()) : "";
        all.add(plain(figure.low()) + range + " " + figure.unit());
      }
      i = figure == null ? i + 1 : figure.to();
    }
    return all;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  @Test
  void readsACurrencyThatIsWrittenAgainstItsAmount() {
    assertThat(read("RMB5.62bn of sales")).containsExactly("5620000000 CNY");
    assertThat(read("a profit of W412bn")).containsExactly("412000000000 KRW");
    assertThat(read("Rs310 crore")).containsExactly("3100000000 INR");
    assertThat(read("SEK -1.9 billion")).containsExactly("-1900000000 SEK");
    assertThat(read("R$44")).containsExactly("44 BRL");
  }

  @Test
  void aLetterAndANumberAreNoMoneyWhereNoAmountHasThatLetter() {
    assertThat(read("in W12 of the plan")).isEmpty();
    assertThat(read("W12 a share, of W412bn in all")).hasSize(2);
  }

  @Test
  void hundredthsAreOfTheCurrencyThatTheTextIsIn() {
    assertThat(read("A$4.2bn of sales and 45 cents a share")).contains("0.45 AUD");
    assertThat(read("a dividend of 45 cents")).containsExactly("0.45 USD");
    assertThat(read("a dividend of 640p")).containsExactly("6.4 GBP");
    assertThat(read("fifty cents on the dollar")).containsExactly("50 %");
  }

  @Test
  void aDollarIsOfTheCountryThatTheTextSays() {
    assertThat(read("All figures are in Canadian dollars. It paid $5m.")).contains("5000000 CAD");
  }

  @Test
  void poundsAreAWeightWhereNothingIsInSterling() {
    assertThat(read("4.2 million pounds of copper")).containsExactly("4200000 lb");
    assertThat(read("It costs £3, or 4.2 million pounds in all.")).contains("4200000 GBP");
  }

  @Test
  void readsUnitsTheirScalesAndTheirRates() {
    assertThat(read("some 300,000 barrels a day")).containsExactly("300000 bbl/d");
    assertThat(read("12 kt of zinc")).containsExactly("12000 t");
    assertThat(read("at S+450")).contains("450 bps");
    assertThat(read("up 2.1%p")).containsExactly("210 bps");
    assertThat(read("ten basis points in two years")).containsExactly("10 bps", "2 years");
  }

  @Test
  void whatScalesTheUpperEndOfARangeScalesTheLower() {
    assertThat(read("$3 to $4 billion")).containsExactly("3000000000..4000000000 USD");
    assertThat(read("between 3.35 and 3.45 million ounces")).containsExactly("3350000..3450000 oz");
    assertThat(read("from $3 to $4")).containsExactly("3 USD", "4 USD");
  }

  @Test
  void amountsInBracketsBehindTheirSignAreBelowZero() {
    assertThat(read("$(12.3) million")).containsExactly("-12300000 USD");
    assertThat(read("EPS of $(0.42).")).containsExactly("-0.42 USD");
    assertThat(read("US$(12.3)m, €(45)m")).containsExactly("-12300000 USD", "-45000000 EUR");
    assertThat(read("It was (€45m), against €12m"))
        .containsExactly("-45000000 EUR", "12000000 EUR");
  }

  @Test
  void otherBracketsAreAsides() {
    assertThat(read("EPS of $2 (consensus $1.9)")).containsExactly("2 USD", "1.9 USD");
    assertThat(read("It rose (12% y/y) to 9%")).containsExactly("12 %", "9 %");
    assertThat(read("A target of €12 (€10)")).containsExactly("12 EUR", "10 EUR");
    assertThat(read("It was (€45m in May)")).containsExactly("45000000 EUR");
  }

  @Test
  void bracketsThatFillACellAreBelowZero() {
    assertThat(inBrackets("(12)")).isEqualTo("-12 count");
    assertThat(inBrackets("(4.5%)")).isEqualTo("-4.5 %");
    assertThat(inBrackets("(4.5)%")).isEqualTo("-4.5 %");
    assertThat(inBrackets("(€45m)")).isEqualTo("-45000000 EUR");
    assertThat(inBrackets("(12.3) million")).isEqualTo("-12300000 count");
    assertThat(inBrackets("(-3%)")).isEqualTo("-3 %");
    assertThat(inBrackets("(12) up")).isEqualTo("none");
    assertThat(inBrackets("(3 weeks)")).isEqualTo("none");
    assertThat(inBrackets("(")).isEqualTo("none");
  }

  private static String inBrackets(String text) {
    Tokens tokens = Tokens.of(text);
    Figure figure = new FigureReader(tokens).inBrackets(0, tokens.size());
    return figure == null ? "none" : plain(figure.low()) + " " + figure.unit();
  }

  @Test
  void aTriangleIsAMinusWhereNoneStandsOnItsHead() {
    assertThat(read("▲5.0")).containsExactly("-5 count");
    assertThat(read("△12.1%")).containsExactly("-12.1 %");
    assertThat(read("¥△12.1 billion")).containsExactly("-12100000000 JPY");
    assertThat(read("▲5.0% and ▼2.0%")).first().isEqualTo("5 %");
  }

  @Test
  void readsNumbersInWordsWholly() {
    assertThat(read("ninety-nine million euros")).containsExactly("99000000 EUR");
    assertThat(read("thirty-five million dollars")).containsExactly("35000000 USD");
    assertThat(read("twenty-five percent, forty-two per cent")).containsExactly("25 %", "42 %");
    assertThat(read("one point two billion")).containsExactly("1200000000 count");
    assertThat(read("eighty percent")).containsExactly("80 %");
    assertThat(read("one hundred million")).containsExactly("100000000 count");
    assertThat(read("two hundred and fifty basis points")).containsExactly("250 bps");
    assertThat(read("a one point gain")).containsExactly("1 points");
  }

  @Test
  void leavesOutNumbersInWordsThatItCanReadInPartOnly() {
    assertThat(read("two thousand five hundred dollars")).isEmpty();
    assertThat(read("nineteen ninety-nine percent")).isEmpty();
    assertThat(read("zero point five percent")).isEmpty();
    assertThat(read("one hundred million and fifty thousand dollars")).isEmpty();
  }

  @Test
  void readsScalesThatStandApart() {
    assertThat(read("EUR 30 Mio, EUR1.2 Mrd")).containsExactly("30000000 EUR", "1200000000 EUR");
    assertThat(read("$1.2 millions")).containsExactly("1200000 USD");
    assertThat(read("30 Mio EUR")).containsExactly("30000000 EUR");
    assertThat(read("INR 5 lakh crore")).containsExactly("5000000000000 INR");
    assertThat(read("Rs1.2 lakh crore")).containsExactly("1200000000000 INR");
  }

  @Test
  void leavesOutWhatItCannotReadWholly() {
    assertThat(read("at 15:50")).isEmpty();
    assertThat(read("€5,7m")).isEmpty();
    assertThat(read("1".repeat(40) + " tonnes")).isEmpty();
    assertThat(read("$")).isEmpty();
    assertThat(read("")).isEmpty();
  }
}
