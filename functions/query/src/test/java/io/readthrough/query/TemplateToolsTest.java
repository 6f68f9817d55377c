package io.readthrough.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Asks the tools that AWS gives for templates, where they are installed.
class TemplateToolsTest {
  @Test
  void passesCfnLint() throws Exception {
    requires("cfn-lint", List.of("cfn-lint", "--version"), "pip install cfn-lint");
    Run run = run(List.of("cfn-lint", "template.yaml"));
    assertThat(run.status()).as(run.output()).isZero();
  }

  @Test
  void isTranslatedBySam() throws Exception {
    requires(
        "the SAM translator",
        List.of("python3", "-c", "import samtranslator, yaml"),
        "pip install aws-sam-translator");
    Run run = run(List.of("python3", ".build/translate.py"));
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("as it stands:", "with the API included:")
        .contains("3 AWS::Lambda::Alias", "2 AWS::Lambda::EventSourceMapping");
  }

  private static void requires(String tool, List<String> probe, String install) throws Exception {
    boolean there;
    try {
      there = run(probe).status() == 0;
    } catch (IOException e) {
      there = false;
    }
    String why = "TemplateToolsTest skipped: " + tool + " is not installed (" + install + ")";
    if (!there) {
      System.out.println(why);
    }
    assumeTrue(there, why);
  }

  private record Run(int status, String output) {}

  private static Run run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Template.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
