package io.readthrough.parse.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// A document of each format that is read, by its file's name.
public final class Corpus {
  private Corpus() {}

  /// The document of that name.
  public static byte[] document(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  /// All of them, always in this order.
  public static Map<String, byte[]> all() {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    try {
      documents.put("broker-note.pdf", Pdfs.brokerNote());
      documents.put("hidden-text.pdf", Pdfs.hiddenText());
      documents.put("permissions.pdf", Pdfs.encrypted(""));
      documents.put("script.pdf", Pdfs.withScript());
      documents.put("note.docx", Offices.note());
      documents.put("slides.pptx", Offices.slides());
      documents.put("estimates.xlsx", Offices.sheets());
      documents.put("estimates.xls", Offices.xls());
      documents.put("slides.ppt", Offices.ppt());
      documents.put("note.doc", Docs.note());
      documents.put("message.msg", Offices.msg());
      documents.put("note.rtf", Mails.rtf());
      documents.put(
          "mail.eml",
          Mails.withAttachments("note.docx", Offices.note(), "news.json", Mails.newsObject()));
      documents.put("page.html", Mails.page());
      documents.put("news.json", Mails.newsObject());
      documents.put("news.jsonl", Mails.newsLines());
      Map<String, byte[]> entries = new LinkedHashMap<>();
      entries.put("2026/note.docx", Offices.note());
      entries.put("2026/page.html", Mails.page());
      entries.put("__MACOSX/._note.docx", new byte[] {1});
      documents.put("notes.zip", Zips.of(entries));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return documents;
  }
}
