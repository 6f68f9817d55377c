package io.readthrough.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuritiesCommandTest {
  @TempDir private Path folder;

  @Test
  void saysHowManyRowsAGoodListHas() throws IOException {
    Path list = file("names.csv", "name,ticker\nKestrel Foods,KSTL\nOrvel,ORVL\n");
    Run run = Run.of("securities", list.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("names.csv: 2 rows, all good");
  }

  @Test
  void saysWhereABrokenListIsBrokenAndChecksTheNext() throws IOException {
    Path broken = file("broken.csv", "name,ticker\nKestrel Foods,KS TL\n");
    Path good = file("good.csv", "name,ticker\nKestrel Foods,KSTL\n");
    Run run = Run.of("securities", broken.toString(), good.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("broken.csv: line 2, column ticker: 'KS TL' is no ticker");
    assertThat(run.out()).contains("good.csv: 1 row, all good");
  }

  @Test
  void holdsTheListsToTheBoundsOfAFirm() throws IOException {
    StringBuilder rows = new StringBuilder("name,ticker\n");
    for (int i = 0; i < 60_000; i++) {
      rows.append("Kestrel ").append(i).append(",K").append(i).append('\n');
    }
    Path first = file("first.csv", rows.toString());
    Path second = file("second.csv", rows.toString());
    Run run = Run.of("securities", first.toString(), second.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("first.csv: 60000 rows, all good").doesNotContain("second");
    assertThat(run.err()).contains("second.csv: its size: 120000 rows are more than 100000");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    Run run = Run.of("securities", folder.resolve("none.csv").toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("there is no such file");
  }

  @Test
  void wantsListsOrAMeasureAndNotBoth() throws IOException {
    Path list = file("names.csv", "name,ticker\nKestrel Foods,KSTL\n");
    for (Run run :
        List.of(Run.of("securities"), Run.of("securities", "--bench=50", list.toString()))) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("Name the lists to check, or measure with --bench=20000");
    }
  }

  @Test
  void measuresWhatListsCost() {
    Run run = Run.of("securities", "--bench=50");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("load the built-in", "load a firm's 50 names, warm", "the firm's names too");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
