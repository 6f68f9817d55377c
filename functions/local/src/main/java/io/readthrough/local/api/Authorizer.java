package io.readthrough.local.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Verifies bearer tokens as API Gateway's JWT authorizer does: signature by the key that `kid`
/// names, issuer, audience, and times.
final class Authorizer {
  private static final String SCHEME = "bearer ";

  /// What a quoted string of RFC 6750 may not hold.
  private static final Pattern UNQUOTABLE = Pattern.compile("[^ !#-\\[\\]-~]");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  Authorizer(TokenIssuer issuer) {
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            TokenIssuer.ALGORITHM, new ImmutableJWKSet<>(issuer.publicKeys())));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            TokenIssuer.AUDIENCE,
            new JWTClaimsSet.Builder().issuer(TokenIssuer.ISSUER).build(),
            Set.of("exp")));
  }

  /// What came of a request's token.
  sealed interface Verdict {
    /// The token holds.
    ///
    /// @param claims as API Gateway hands them on: strings, by name
    record Verified(Map<String, String> claims) implements Verdict {}

    /// It does not, or there is none.
    ///
    /// @param challenge what `WWW-Authenticate` says (RFC 6750, section 3)
    record Refused(String challenge) implements Verdict {
      private static Refused because(String why) {
        return new Refused(
            "Bearer error=\"invalid_token\", error_description=\"%s\""
                .formatted(UNQUOTABLE.matcher(why).replaceAll("?")));
      }
    }
  }

  /// Verifies the token of an `Authorization` header; null when the request has none.
  Verdict verify(@Nullable String authorization) {
    if (authorization == null) {
      return new Verdict.Refused("Bearer");
    }
    String token =
        authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
            ? authorization.substring(SCHEME.length()).strip()
            : authorization.strip();
    try {
      Map<String, String> claims = new TreeMap<>();
      processor.process(token, null).toJSONObject().forEach((k, v) -> claims.put(k, text(v)));
      return new Verdict.Verified(claims);
    } catch (ParseException e) {
      return Verdict.Refused.because("the token is not a JWT");
    } catch (BadJOSEException e) {
      return Verdict.Refused.because(
          "the token does not hold (" + e.getMessage() + "): take the one in the data folder");
    } catch (JOSEException e) {
      return Verdict.Refused.because("the token cannot be verified: " + e.getMessage());
    }
  }

  /// API Gateway prints a list as `[a b]`, and all else as it is.
  private static String text(Object claim) {
    return claim instanceof Iterable<?> list
        ? '[' + String.join(" ", elements(list)) + ']'
        : String.valueOf(claim);
  }

  private static List<String> elements(Iterable<?> list) {
    List<String> elements = new ArrayList<>();
    list.forEach(each -> elements.add(String.valueOf(each)));
    return elements;
  }
}
