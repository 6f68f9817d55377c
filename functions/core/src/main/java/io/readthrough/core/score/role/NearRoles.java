package io.readthrough.core.score.role;

import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Nouns beside a name that say outright what it is: "its supplier TSMC", "rivals such as AMD".
final class NearRoles {
  /// How far from a mention such a noun may stand: "rivals such as Acme".
  private static final int NEAR = 3;

  private static final WordTable WORDS = new WordTable();
  private static final Role[] ROLES = Role.values();

  static {
    tell(Role.COMPETITOR, "rival rivals competitor competitors competes competing");
    tell(Role.PEER, "peer peers comparable comparables");
    tell(Role.SUPPLIER, "supplier suppliers supplies vendor vendors");
    tell(Role.CUSTOMER, "customer customers client tenant tenants buyer");
    tell(Role.PARTNER, "partner partners partnership venture alliance");
    tell(Role.BENCHMARK, "index benchmark");
  }

  private NearRoles() {}

  /// What the word says that stands nearest, the one before of two as near: "its supplier TSMC, and
  /// rival AMD". The suppliers of "Nvidia's suppliers" have it for a customer.
  static @Nullable Role nearest(Reading reading, NameMention mention) {
    Tokens tokens = reading.tokens();
    int sentence = reading.sentences().containing(mention.first());
    int first = reading.sentences().first(sentence);
    int end = reading.sentences().end(sentence);
    for (int distance = 0; distance < NEAR; distance++) {
      int before = mention.first() - 1 - distance;
      int role = before >= first ? WORDS.find(tokens, before) : WordTable.ABSENT;
      if (role >= 0) {
        return ROLES[role];
      }
      int after = mention.end() + distance;
      role = after < end ? WORDS.find(tokens, after) : WordTable.ABSENT;
      if (role >= 0) {
        boolean owns = distance == 0 || (distance == 1 && tokens.is(after - 1, TokenKind.CLITIC));
        return owns ? inverse(ROLES[role]) : ROLES[role];
      }
    }
    return null;
  }

  private static Role inverse(Role role) {
    return switch (role) {
      case SUPPLIER -> Role.CUSTOMER;
      case CUSTOMER -> Role.SUPPLIER;
      case SUBJECT, PEER, COMPETITOR, PARTNER, BENCHMARK, DRIVER, MENTIONED -> role;
    };
  }

  private static void tell(Role role, String words) {
    int index = Arrays.asList(Role.values()).indexOf(role);
    for (String word : words.split(" ", -1)) {
      WORDS.add(word, index);
    }
  }
}
