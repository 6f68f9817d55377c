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
  void leavesOutWhatItCannotReadWholly() {
    assertThat(read("at 15:50")).isEmpty();
    assertThat(read("€5,7m")).isEmpty();
    assertThat(read("1".repeat(40) + " tonnes")).isEmpty();
    assertThat(read("$")).isEmpty();
    assertThat(read("")).isEmpty();
  }
}
