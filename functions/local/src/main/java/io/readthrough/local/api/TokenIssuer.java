package io.readthrough.local.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.readthrough.core.note.FirmId;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/// The identity provider of the local run: signs tokens with a key that is made once and kept under
/// the data folder, readable by its owner only. RS256, since API Gateway's authorizer takes RSA
/// only.
public final class TokenIssuer {
  /// `iss` of every token.
  public static final String ISSUER = "https://readthrough.localhost";

  /// `aud` of every token.
  public static final String AUDIENCE = "readthrough";

  /// The claim that names the firm.
  public static final String FIRM_CLAIM = "firm";

  /// The scope of every token.
  public static final String SCOPE = "notes:read";

  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
  private static final int KEY_BITS = 2048;

  private final RSAKey key;

  private TokenIssuer(RSAKey key) {
    this.key = key;
  }

  /// Reads the key in `file`, or makes one and keeps it there.
  public static TokenIssuer open(Path file) throws IOException {
    try {
      if (Files.exists(file)) {
        return new TokenIssuer(RSAKey.parse(Files.readString(file)));
      }
      RSAKey key =
          new RSAKeyGenerator(KEY_BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(ALGORITHM)
              .keyIDFromThumbprint(true)
              .generate();
      writePrivately(file, key.toJSONString());
      return new TokenIssuer(key);
    } catch (ParseException e) {
      throw new IOException(
          file + " holds no key of the local run: delete it, and the next run makes another", e);
    } catch (JOSEException e) {
      throw new IOException("this JDK makes no RSA key: " + e.getMessage(), e);
    }
  }

  /// Writes a file that nobody but its owner can read.
  public static void writePrivately(Path file, String content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "new-", "", owner());
    Files.writeString(temporary, content);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] owner() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /// A token that lets its bearer read the notes of `firm`.
  public String token(FirmId firm, Instant now, Duration life) {
    return sign(
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject("developer")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .claim(FIRM_CLAIM, firm.value())
            .claim("scope", SCOPE)
            .build());
  }

  /// Signs any claims: a test makes its wrong tokens so.
  String sign(JWTClaimsSet claims) {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(ALGORITHM).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of ours cannot sign", e);
    }
    return token.serialize();
  }

  /// The public keys, for whoever verifies tokens.
  JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }
}
