package io.readthrough.core.security;

/// Takes the accents off letters, as notes do that are typed without them: "Hermès", "Hermes".
final class Accents {
  /// No letter before this one has an accent.
  private static final char ACCENTED_FROM = 'À';

  private static final String ACCENTED =
      "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłľñńňòóôõöøőřśşšșťțùúûüūůűųýÿžźż"
          + "ÀÁÂÃÄÅĀĂĄÇĆČĎĐÈÉÊËĒĖĘĚĞÌÍÎÏĪĮİŁĽÑŃŇÒÓÔÕÖØŐŘŚŞŠȘŤȚÙÚÛÜŪŮŰŲÝŸŽŹŻ";

  private static final String PLAIN =
      "aaaaaaaaacccddeeeeeeeegiiiiiiillnnnooooooorssssttuuuuuuuuyyzzz"
          + "AAAAAAAAACCCDDEEEEEEEEGIIIIIIILLNNNOOOOOOORSSSSTTUUUUUUUUYYZZZ";

  private Accents() {}

  /// `text` with plain letters, as long as it; the same string when it has no accent.
  static String off(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) < ACCENTED_FROM) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    char[] plain = text.toCharArray();
    for (int i = first; i < plain.length; i++) {
      int accented = ACCENTED.indexOf(plain[i]);
      plain[i] = accented < 0 ? plain[i] : PLAIN.charAt(accented);
    }
    return String.valueOf(plain);
  }
}
