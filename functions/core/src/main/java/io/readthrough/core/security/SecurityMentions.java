package io.readthrough.core.security;

import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the securities that a text names. Thread-safe.
@FunctionalInterface
public interface SecurityMentions {
  /// The mentions in `tokens`' text in order, none overlapping another.
  List<Mention> find(Tokens tokens);

  /// The sector of a security, as the list that it comes from has it; null where none does.
  default @Nullable String sector(Security security) {
    return null;
  }

  /// Finds the built-in list's securities, those that a text introduces, and groups.
  static SecurityMentions standard() {
    return of(SecurityList.builtIn());
  }

  /// Finds the securities that are known, those that a text introduces, and groups.
  static SecurityMentions of(SecurityMaster known) {
    return new GroupMentions(new ListedMentions(known));
  }
}
