package io.readthrough.core.score.role;

import io.readthrough.core.security.Security;
import io.readthrough.core.text.Rows;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What companies do, and which industries sell to which, from public knowledge. What it does not
/// know it says nothing of: a company can be in several industries, or in none that is known.
public final class Industries {
  private static final class Standard {
    static final Industries INDUSTRIES = new Industries("industries.tsv");
  }

  /// What a company is to another by what both do.
  public enum Link {
    /// Both do the same.
    SAME,
    /// It sells what the other buys.
    SELLS_TO,
    /// It buys what the other sells.
    BUYS_FROM,
    /// Neither, though it is known what both do.
    APART
  }

  /// The industries of a company, by its id without its kind.
  private final Map<String, Set<String>> industries = new HashMap<>();

  /// The industries that an industry sells to.
  private final Map<String, Set<String>> customers = new HashMap<>();

  private Industries(String resource) {
    for (String[] row : Rows.of(Industries.class, resource, 3)) {
      customers.put(row[0], Set.copyOf(Rows.parts(row[1])));
      for (String code : row[2].split(" ", -1)) {
        industries.computeIfAbsent(code, each -> new HashSet<>(2)).add(row[0]);
      }
    }
  }

  /// The industries that the product knows.
  public static Industries standard() {
    return Standard.INDUSTRIES;
  }

  /// The companies that have an industry: "AAPL", "BNP.PA", "openai".
  Set<String> companies() {
    return industries.keySet();
  }

  /// The industries themselves.
  Set<String> industries() {
    return customers.keySet();
  }

  /// The industries that any sells to.
  Set<String> customers() {
    Set<String> all = new HashSet<>();
    customers.values().forEach(all::addAll);
    return all;
  }

  /// What `company` is to `other`; nothing when it is not known what one of them does.
  public Set<Link> links(Security company, Security other) {
    Set<String> its = of(company);
    Set<String> others = of(other);
    Set<Link> links = EnumSet.noneOf(Link.class);
    if (its.isEmpty() || others.isEmpty()) {
      return links;
    }
    for (String one : its) {
      for (String another : others) {
        if (one.equals(another)) {
          links.add(Link.SAME);
        }
        if (sells(one, another)) {
          links.add(Link.SELLS_TO);
        }
        if (sells(another, one)) {
          links.add(Link.BUYS_FROM);
        }
      }
    }
    if (links.isEmpty()) {
      links.add(Link.APART);
    }
    return links;
  }

  private boolean sells(String seller, String buyer) {
    return customers.getOrDefault(seller, Set.of()).contains(buyer);
  }

  private Set<String> of(Security security) {
    String id = security.entityId();
    return industries.getOrDefault(id.substring(id.indexOf(':') + 1), Set.of());
  }
}
