package io.readthrough.parse.mail;

import static io.readthrough.parse.RawNotes.parse;
import static io.readthrough.parse.RawNotes.parsed;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParsedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailExtractorTest {
  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "ISO8859_1", "latin1", "us-ascii", "windows-1252"})
  void quotesDashesAndEuroSignsSurviveTheNamesThatMailProgramsGiveWindows1252(String charset) {
    ParsedNote note =
        parsed(
            parse(
                "a.eml",
                mail(
                    "=?" + charset + "?Q?Apple=92s_margin?=",
                    "text/plain; charset=" + charset,
                    "Apple\u0092s margin is \u0093strong\u0094 \u0096 we raise our target to"
                        + " \u0080200.")));
    assertThat(note.title()).isEqualTo("Apple’s margin");
    assertThat(note.text()).contains("Apple’s margin is “strong” – we raise our target to €200.");
    assertThat(note.warnings()).isEmpty();
  }

  @Test
  void aSubjectInACharacterSetThatNobodyKnowsStaysAsItIs() {
    ParsedNote note =
        parsed(parse("a.eml", mail("=?x-none?Q?Apple?=", "text/plain", "Margin rose 3%.")));
    assertThat(note.title()).isEqualTo("=?x-none?Q?Apple?=");
  }

  private static byte[] mail(String subject, String contentType, String body) {
    return ("From: a@example.com\r\nSubject: "
            + subject
            + "\r\nDate: Wed, 14 Oct 2026 07:10:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: "
            + contentType
            + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + body
            + "\r\n")
        .getBytes(ISO_8859_1);
  }
}
