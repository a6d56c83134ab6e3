package io.assetsync.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows clients the certificate that the files hold at the time. When a client connects, and at
 * most every ten seconds, it is looked whether they have changed. Files that cannot be used leave
 * the certificate that is in use, with a warning.
 */
final class RenewedIdentity extends X509ExtendedKeyManager {

  private static final Logger LOG = LoggerFactory.getLogger(RenewedIdentity.class);

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final TlsFiles files;
  private final Clock clock;
  private volatile TlsIdentity identity;

  /** A client that was shown this while it was renewed still gets what belongs to it. */
  private volatile TlsIdentity before;

  private List<String> state;
  private Instant looked;

  /**
   * @throws IllegalArgumentException if the files cannot be used
   */
  RenewedIdentity(TlsFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
    this.state = state(files);
    this.looked = clock.instant();
    this.identity = TlsIdentity.read(files);
    this.before = identity;
    warnIfInvalid();
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {this}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private synchronized void look() {
    Instant now = clock.instant();
    if (Duration.between(looked, now).compareTo(INTERVAL) < 0) {
      return;
    }
    looked = now;
    List<String> found = state(files);
    if (!found.equals(state)) {
      state = found;
      renew();
    }
  }

  private void renew() {
    try {
      TlsIdentity renewed = TlsIdentity.read(files);
      before = identity;
      identity = renewed;
      LOG.info(
          "A new certificate is in use: {}, until {}",
          identity.certificate().getSubjectX500Principal(),
          identity.certificate().getNotAfter().toInstant());
      warnIfInvalid();
    } catch (IllegalArgumentException e) {
      LOG.warn("The certificate in use stays: {}", e.getMessage());
    }
  }

  private void warnIfInvalid() {
    if (!identity.isValidAt(clock.instant())) {
      LOG.warn(
          "The certificate in {} is valid from {} to {}, not now; clients will refuse it",
          files.certificate(),
          identity.certificate().getNotBefore().toInstant(),
          identity.certificate().getNotAfter().toInstant());
    }
  }

  private static List<String> state(TlsFiles files) {
    return List.of(state(files.certificate()), state(files.key()));
  }

  private static String state(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException e) {
      return "unreadable";
    }
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    look();
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    look();
    return alias(keyType);
  }

  /** EC keys are asked for as EC or EC_EC, EdDSA keys as EdDSA. */
  private @Nullable String alias(String keyType) {
    TlsIdentity present = identity;
    boolean fits = keyType.split("_", 2)[0].equals(present.key().getAlgorithm());
    return fits ? present.alias() : null;
  }

  private TlsIdentity named(String alias) {
    TlsIdentity present = identity;
    return present.alias().equals(alias) ? present : before;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return named(alias).chain();
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return named(alias).key();
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    String alias = alias(keyType);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
