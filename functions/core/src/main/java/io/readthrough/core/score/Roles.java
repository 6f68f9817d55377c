package io.readthrough.core.score;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.Arrays;

/// What a name is to a note: by how much the note is about it, by what kind of thing it is, and by
/// the words beside its mentions.
final class Roles {
  /// How far from a mention a word may stand that tells its role.
  private static final int NEAR = 6;

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

  private Roles() {}

  static Role of(Reading reading, int name) {
    Names names = reading.names();
    AssetType type = names.names.get(name).security.assetType();
    boolean companyNote =
        names.subject() >= 0
            && names.names.get(names.subject()).security.assetType() == AssetType.EQUITY;
    return switch (type) {
      case INDEX, ETF -> names.isSubject(name) && !companyNote ? Role.SUBJECT : Role.BENCHMARK;
      case CRYPTO, FX, COMMODITY, RATE ->
          names.isSubject(name) && !companyNote ? Role.SUBJECT : Role.DRIVER;
      case EQUITY, PRIVATE -> names.isSubject(name) ? Role.SUBJECT : told(reading, name, Role.PEER);
      case GROUP -> told(reading, name, Role.MENTIONED);
    };
  }

  private static Role told(Reading reading, int name, Role otherwise) {
    Tokens tokens = reading.tokens();
    for (NameMention mention : reading.names().mentions) {
      if (mention.name() == name) {
        int sentence = reading.sentences().containing(mention.first());
        int from = Math.max(reading.sentences().first(sentence), mention.first() - NEAR);
        int to = Math.min(reading.sentences().end(sentence), mention.end() + NEAR);
        for (int i = from; i < to; i++) {
          int role = WORDS.find(tokens, i);
          if (role >= 0) {
            return ROLES[role];
          }
        }
      }
    }
    return otherwise;
  }

  private static void tell(Role role, String words) {
    int index = Arrays.asList(Role.values()).indexOf(role);
    for (String word : words.split(" ", -1)) {
      WORDS.add(word, index);
    }
  }
}
