package io.readthrough.query;

import io.readthrough.core.note.FirmId;
import io.readthrough.query.Problem.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom a request is for: the firm that its verified token names, and nothing else of it.
sealed interface Tenant {
  /// The token names a firm and allows reading its notes.
  record Firm(FirmId id) implements Tenant {}

  /// It does not.
  record Nobody(Problem why) implements Tenant {}

  /// Tells whom a token stands for.
  ///
  /// @param jwt what the authorizer verified; null when there was none
  static Tenant of(ApiRequest.@Nullable Jwt jwt, QuerySettings settings) {
    if (jwt == null) {
      return new Nobody(
          Problem.of(
                  Kind.UNAUTHENTICATED,
                  "this call needs a token: send it as Authorization: Bearer <token>")
              .with("www-authenticate", "Bearer"));
    }
    Optional<String> scope = settings.requiredScope().filter(required -> !jwt.hasScope(required));
    if (scope.isPresent()) {
      return new Nobody(
          Problem.of(
                  Kind.FORBIDDEN,
                  "the token lacks the scope "
                      + scope.get()
                      + ": ask your identity provider for a token that has it")
              .with(
                  "www-authenticate",
                  "Bearer error=\"insufficient_scope\", scope=\"" + scope.get() + '"'));
    }
    String firm = jwt.claims().get(settings.firmClaim());
    if (firm == null || !FirmId.isValid(firm)) {
      return new Nobody(
          Problem.of(
              Kind.FORBIDDEN,
              firm == null
                  ? "the token has no claim " + settings.firmClaim() + ", which must name the firm"
                  : "the token's claim "
                      + settings.firmClaim()
                      + " is "
                      + QueryParameters.quoted(firm)
                      + ", which cannot name a firm: it must be 1 to 63 lower-case letters, digits"
                      + " and hyphens"));
    }
    return new Firm(new FirmId(firm));
  }
}
