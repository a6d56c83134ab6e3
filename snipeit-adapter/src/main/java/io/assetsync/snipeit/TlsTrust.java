package io.assetsync.snipeit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trust in the certificates of the system and, in addition, those of a PEM file. */
public final class TlsTrust {

  private TlsTrust() {}

  /**
   * Returns how to trust servers, for any number of connections.
   *
   * @param bundle certificates of authorities in PEM form
   * @throws IOException if the bundle cannot be read as certificates
   */
  public static SSLContext context(Optional<Path> bundle) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trust = bundle.isEmpty() ? null : trustManagers(bundle.get());
      context.init(null, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up", e);
    }
  }

  private static TrustManager[] trustManagers(Path bundle)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int alias = 0;
    for (X509Certificate certificate : systemCertificates()) {
      store.setCertificateEntry("system-" + alias++, certificate);
    }
    for (Certificate certificate : read(bundle)) {
      store.setCertificateEntry("bundle-" + alias++, certificate);
    }
    return factory(store).getTrustManagers();
  }

  private static Collection<? extends Certificate> read(Path bundle) throws IOException {
    try (InputStream pem = Files.newInputStream(bundle)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (certificates.isEmpty()) {
        throw new IOException("the CA bundle holds no certificate");
      }
      return certificates;
    } catch (CertificateException e) {
      throw new IOException("the CA bundle holds something else than certificates", e);
    }
  }

  private static X509Certificate[] systemCertificates() throws GeneralSecurityException {
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
