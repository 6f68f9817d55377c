package io.readthrough.parse.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// Internet mail, and other formats that are text.
public final class Mails {
  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();

  private Mails() {}

  /// A mail in two alternatives, with history, a signature, a logo and the two attachments.
  public static byte[] withAttachments(String name1, byte[] first, String name2, byte[] second) {
    String mail =
        head("=?UTF-8?Q?Fwd:_Northwind_=E2=80=93_margins_turn?=")
            + "Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n"
            + "--outer\r\nContent-Type: multipart/alternative; boundary=\"inner\"\r\n\r\n"
            + "--inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            + BODY.replace("\n", "\r\n")
            + "\r\n"
            + "--inner\r\n"
            + "Content-Type: text/html; charset=utf-8\r\n\r\n"
            + "<html><body><p>short</p></body></html>\r\n"
            + "--inner--\r\n"
            + "--outer\r\n"
            + "Content-Type: image/png; name=\"logo.png\"\r\n"
            + "Content-ID: <logo>\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + "iVBORw0KGgo=\r\n"
            + attachment(name1, first)
            + attachment(name2, second)
            + "--outer--\r\n";
    return mail.getBytes(UTF_8);
  }

  /// A mail of a text alone.
  public static byte[] of(String text) {
    return (head("Initiation of coverage") + "\r\n" + text.replace("\n", "\r\n")).getBytes(UTF_8);
  }

  /// A news object of a text.
  public static byte[] newsObject(String text) {
    return ("{\"title\":\"Initiation of coverage\",\"body\":\"" + text.replace("\n", "\\n") + "\"}")
        .getBytes(UTF_8);
  }

  private static final String BODY =
      """
      Northwind beat our estimates in the third quarter and raised its guidance for
      the full year. Revenue rose 12% to $1.1 billion and the operating margin widened
      by 150 basis points. We keep our Buy rating.

      The model and the note are attached.

      Kind regards
      Ann Other
      Harbour Street Research

      On Tue, 13 Oct 2026 at 18:02, Bob Client <bob@example.com> wrote:
      > What do you make of the strike? I think that Contoso is a clear sell after
      > the profit warning, and its shares will collapse.
      """;

  static String head(String subject) {
    return "From: \"Other, Ann\" <ann@example.com>\r\nTo: desk@example.com\r\nSubject: "
        + subject
        + "\r\n"
        + "Date: Wed, 14 Oct 2026 07:10:00 +0100\r\n"
        + "Message-ID: <1@example.com>\r\n"
        + "MIME-Version: 1.0\r\n";
  }

  static String attachment(String name, byte[] content) {
    return "--outer\r\nContent-Type: application/octet-stream; name=\""
        + name
        + "\"\r\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + BASE64.encodeToString(content)
        + "\r\n";
  }

  /// A mail with `count` attachments of a word each.
  public static byte[] withMany(int count) {
    StringBuilder mail =
        new StringBuilder(head("Many"))
            .append("Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n--outer\r\n\r\n")
            .append("Revenue rose 12% and the margin widened.\r\n");
    for (int i = 0; i < count; i++) {
      mail.append("--outer\r\nContent-Disposition: attachment; filename=\"a")
          .append(i)
          .append("\"\r\n\r\nx\r\n");
    }
    return mail.append("--outer--\r\n").toString().getBytes(ISO_8859_1);
  }

  /// A mail whose parts lie within each other, `depth` deep.
  public static byte[] nested(int depth) {
    StringBuilder mail = new StringBuilder(head("Deep"));
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=\"b")
          .append(i)
          .append("\"\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }
    return mail.append("\r\nRevenue rose.\r\n").toString().getBytes(ISO_8859_1);
  }

  /// RTF with a title, a table, a footnote and hidden text.
  public static byte[] rtf() {
    return ("{\\r"
            + "tf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\info{\\title Northwind:"
            + " margins turn}{\\author Ann Other}}\\pard\\outlinelevel0 Northwind: margins"
            + " turn\\par\\pard Northwind beat our estimates and raised its guidance for the"
            + " full year. Revenue rose 12% to $1.1 billion \\'96 helped by demand.{\\v"
            + " HIDDENBUY strong buy}{\\fs1 TINYBUY strong buy}\\par {\\*\\generator"
            + " GENERATOR}\\trowd\\intbl Revenue\\cell 4,120\\cell\\r"
            + "ow\\pard Margins widened.{\\footnote Source: company data.}\\par The order book"
            + " is full, said \\u8220?the chief\\u8221? executive.\\par}")
        .getBytes(ISO_8859_1);
  }

  /// One news object of a vendor.
  public static byte[] newsObject() {
    return """
    {"id":"n-1","headline":"Northwind beats and raises","content":"<p>Northwind beat estimates. Revenue rose 12%.</p><p>It raised its guidance for the full year.</p>",
     "time_published":"20261014T061000","url":"https://news.example.com/n-1","source":{"name":"Example Wire"},"authors":["Ann Other","Bob Third"],
     "ticker_sentiment":[{"ticker":"NWD","ticker_sentiment_score":"0.31"}],"overall_sentiment_score":0.24,"overall_sentiment_label":"Somewhat-Bullish"}
    """
        .getBytes(UTF_8);
  }

  /// Three of them, one on each line.
  public static byte[] newsLines() {
    return """
    {"id":"a","title":"Contoso cuts its outlook","body":"Contoso cut its guidance. Revenue fell 8%.","published_at":1791957600}
    {"id":"b","title":"Fabrikam wins an order","body":"Fabrikam won an order of $120 million.","published_at":"2026-10-14T06:10:00Z","tickers":["FBK"]}
    {"title":"No identity","summary":"Margins were stable in the quarter.","link":"https://news.example.com/c"}
    """
        .getBytes(UTF_8);
  }

  /// News objects of a page each, one on each line.
  public static byte[] newsLines(int pages) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < pages; i++) {
      lines.append(new String(newsObject(Texts.pages(1)), UTF_8)).append('\n');
    }
    return lines.toString().getBytes(UTF_8);
  }

  /// A saved page with navigation, a cookie banner, an advert and hidden text.
  public static byte[] page() {
    return """
    <!doctype html><html><head><title>Northwind: margins turn | Example Portal</title></head><body>
    <nav><a href="/">Home</a> <a href="/x">Markets</a></nav><div class="cookie-banner">We use cookies. Accept all</div>
    <main><article><h1>Northwind: margins turn</h1><p>14 October 2026 07:10 BST | Ann Other</p>
    <p>Northwind beat our estimates in the third quarter and raised its guidance for the full year. Revenue rose 12% to $1.1 billion.</p>
    <p style="font-size:0">HIDDENBUY strong buy excellent</p><span style="display:none">GONEBUY strong buy</span>
    <table><tr><th>USD million</th><th>2025</th></tr><tr><td>Revenue</td><td>4,120</td></tr></table></article></main>
    <aside>Advertisement: trade now</aside><footer>All rights reserved</footer></body></html>
    """
        .getBytes(UTF_8);
  }

  /// A mail that only its receiver's key opens.
  public static byte[] encrypted() {
    String mail =
        head("Secret")
            + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data;"
            + " name=\"smime.p7m\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + BASE64.encodeToString(new byte[200]);
    return mail.getBytes(ISO_8859_1);
  }

  /// A page that refers to a place on the network in every way that a page can.
  public static byte[] pageWithReferences(String url) {
    return """
    <!DOCTYPE html SYSTEM "URL"><html><head><base href="URL"><link rel="stylesheet" href="URL">
    <meta http-equiv="refresh" content="0;url=URL"><script src="URL"></script></head><body background="URL">
    <p>Revenue rose.</p><img src="URL"><iframe src="URL"></iframe><object data="URL"></object><video src="URL"></video>
    <p style="background:url(URL)">Margins fell.</p></body></html>
    """
        .replace("URL", url)
        .getBytes(UTF_8);
  }

  /// A mail that does so, in its page and in a body that lies elsewhere.
  public static byte[] withReferences(String url) {
    String mail =
        head("Elsewhere")
            + "Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n"
            + "--outer\r\nContent-Type: text/html\r\n\r\n"
            + new String(pageWithReferences(url), UTF_8).replace("\n", "\r\n")
            + "\r\n--outer\r\nContent-Type: message/external-body; access-type=URL; URL=\""
            + url
            + "\"\r\n\r\nContent-Type: text/plain\r\n\r\n\r\n--outer--\r\n";
    return mail.getBytes(UTF_8);
  }
}
