package io.assetsync.http;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the keys of an identity provider, and logs when that begins to fail and when it works
 * again.
 */
final class ProviderKeys implements ResourceRetriever {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(3).toMillis();
  private static final int MAX_BYTES = 512 * 1024;

  private final DefaultResourceRetriever http;
  private boolean failing;
  private volatile boolean fetched;

  ProviderKeys(JwtConfig config) {
    http =
        new DefaultResourceRetriever(
            TIMEOUT_MILLIS,
            TIMEOUT_MILLIS,
            MAX_BYTES,
            true,
            config.trust().map(SSLContext::getSocketFactory).orElse(null));
  }

  /** Tells whether they have been fetched, ever. */
  boolean fetched() {
    return fetched;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      Resource keys = http.retrieveResource(url);
      succeeded(url);
      return keys;
    } catch (IOException e) {
      failed(url, e);
      throw e;
    }
  }

  private synchronized void succeeded(URL url) {
    if (failing) {
      LOG.info("The identity provider's keys are there again: {}", url);
    }
    failing = false;
    fetched = true;
  }

  private synchronized void failed(URL url, IOException reason) {
    if (!failing) {
      LOG.warn(
          "The identity provider's keys cannot be fetched from {}: {}. {} until they can",
          url,
          reason.getMessage(),
          fetched ? "Tokens signed by new keys are refused" : "All its tokens are refused");
    }
    failing = true;
  }
}
