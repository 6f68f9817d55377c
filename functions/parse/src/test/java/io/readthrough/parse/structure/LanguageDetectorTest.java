package io.readthrough.parse.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Revenue of the group rose and the margin was ahead of our estimate for the year | en",
        "Der Umsatz ist gestiegen und die Marge wird mit den neuen Preisen nicht fallen | de",
        "Le chiffre de la société est en hausse et les marges ne sont pas sous pression | fr",
        "Los ingresos de la empresa subieron y el margen es más alto que en el año pasado | es",
        "I ricavi della società sono saliti e il margine è più alto che nel trimestre | it",
        "As receitas da empresa subiram e o lucro não é mais baixo do que no ano | pt",
        "De omzet van het bedrijf is gestegen en de marge wordt niet lager dan in het jaar | nl",
        "売上高は前年同期比で3%増加した | ja",
        "公司第三季度收入增长百分之三 | zh",
        "매출은 전년 동기 대비 증가했다 | ko",
        "ارتفعت إيرادات الشركة في الربع الثالث | ar",
        "Выручка компании выросла в третьем квартале | ru",
        "Buy Acme | und",
        "12 345 % | und",
        "a a a a a a a a a a | und"
      })
  void detects(String text, String language) {
    assertThat(LanguageDetector.detect(text)).isEqualTo(language);
  }
}
