package io.readthrough.core.note;

/// Where an object of the notes bucket lies: in a firm's inbox, among its lists, or elsewhere.
/// `key` is URL-decoded.
public sealed interface ObjectKey {
  /// The key as S3 knows it, URL-decoded.
  String key();

  /// The firm whose prefix the object lies under; [FirmId#UNASSIGNED] when it lies under none.
  FirmId firm();

  /// `firms/<firm>/inbox/<filename...>`: a note to be read.
  record Inbox(String key, FirmId firm, String filename) implements ObjectKey {}

  /// `firms/<firm>/reference/<...>`: a list of the firm's, such as of its securities. No note.
  record Reference(String key, FirmId firm) implements ObjectKey {}

  /// Any other key: never read, rejected with a reason.
  record Misplaced(String key, FirmId firm, String reason) implements ObjectKey {}

  /// Tells where `key` lies.
  static ObjectKey of(String key) {
    String[] parts = key.split("/", 4);
    if (parts.length < 2 || !parts[0].equals("firms")) {
      return new Misplaced(
          key,
          FirmId.UNASSIGNED,
          "the key lies under no firm: put notes under firms/<firm>/inbox/");
    }
    if (parts[1].equals(FirmId.UNASSIGNED.value())) {
      return new Misplaced(
          key,
          FirmId.UNASSIGNED,
          "no firm may be called '" + parts[1] + "': put notes under another name of the firm");
    }
    if (!FirmId.isValid(parts[1])) {
      return new Misplaced(
          key,
          FirmId.UNASSIGNED,
          "'"
              + parts[1]
              + "' cannot name a firm: use 1 to 63 lower-case letters, digits and hyphens");
    }
    FirmId firm = new FirmId(parts[1]);
    if (parts.length == 4 && parts[2].equals("reference")) {
      return new Reference(key, firm);
    }
    if (parts.length < 4 || !parts[2].equals("inbox") || parts[3].isEmpty()) {
      return new Misplaced(
          key,
          firm,
          "the key lies outside the firm's inbox: put notes under firms/" + firm + "/inbox/");
    }
    return new Inbox(key, firm, parts[3].substring(parts[3].lastIndexOf('/') + 1));
  }
}
