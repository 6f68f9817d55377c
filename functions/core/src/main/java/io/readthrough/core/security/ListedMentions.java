package io.readthrough.core.security;

import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the securities that are known, and those that a text itself introduces by their ticker
/// ("Foobar Inc. (NYSE: FBR)"). One pass over the text, and a second one only when it introduced
/// names of its own.
///
/// What is printed as a ticker, and names that nothing else bears, count everywhere. A word that
/// means other things too ("Target", "Gap", "ON") counts where the text names the security surely
/// elsewhere, or where the words around it speak of a company.
public final class ListedMentions implements SecurityMentions {
  private final SecurityMaster known;

  public ListedMentions(SecurityMaster known) {
    this.known = known;
  }

  @Override
  public List<Mention> find(Tokens tokens) {
    return new MentionSearch(known, tokens).run();
  }

  @Override
  public @Nullable String sector(Security security) {
    return known.sector(security);
  }
}
