package io.readthrough.core.score.role;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.security.SecurityMentions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the names of a note are to it: what a noun beside a name says outright, else what
/// [RoleFeatures] tell by weights that were learned from annotated notes.
public final class Roles {
  /// The roles that have weights; what else a name can be is only mentioned.
  private static final List<Role> ROLES =
      Arrays.stream(Role.values()).filter(role -> role != Role.MENTIONED).toList();

  private static final ChoiceWeights.Numbered WEIGHTS =
      ChoiceWeights.read(Roles.class, "role-weights.tsv", classes()).numbered(RoleFeatures.names());

  private Roles() {}

  /// The names of the roles that have weights, in the order of their columns.
  public static List<String> classes() {
    return ROLES.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
  }

  /// The role of each name of a note.
  public static List<Role> of(Reading reading, SecurityMentions securities) {
    List<FeatureVector> vectors = RoleFeatures.of(reading, securities::sector);
    List<Role> roles = new ArrayList<>(vectors.size());
    for (int name = 0; name < vectors.size(); name++) {
      AssetType type = reading.names().names.get(name).security.assetType();
      Role told = told(reading, name);
      if (name == reading.names().subject()) {
        roles.add(Role.SUBJECT);
      } else if (told != null || type == AssetType.GROUP) {
        roles.add(told == null ? Role.MENTIONED : told);
      } else {
        roles.add(likeliest(WEIGHTS, vectors.get(name), type));
      }
    }
    return roles;
  }

  /// The likeliest of the roles that something of this type can have.
  public static Role likeliest(
      ChoiceWeights.Numbered weights, FeatureVector features, AssetType type) {
    int likeliest = weights.likeliest(features, place -> canBe(ROLES.get(place), type));
    return likeliest == ChoiceWeights.Numbered.NONE ? Role.MENTIONED : ROLES.get(likeliest);
  }

  private static boolean canBe(Role role, AssetType type) {
    boolean company = type == AssetType.EQUITY || type == AssetType.PRIVATE;
    return switch (role) {
      case SUBJECT, MENTIONED -> true;
      case DRIVER -> type != AssetType.ETF;
      case BENCHMARK -> company || type == AssetType.INDEX || type == AssetType.ETF;
      case PEER, COMPETITOR, SUPPLIER, CUSTOMER, PARTNER -> company;
    };
  }

  /// What a noun close to one of its mentions says.
  private static @Nullable Role told(Reading reading, int name) {
    for (NameMention mention : reading.names().mentions) {
      Role role = mention.name() == name ? NearRoles.nearest(reading, mention) : null;
      if (role != null) {
        return role;
      }
    }
    return null;
  }
}
