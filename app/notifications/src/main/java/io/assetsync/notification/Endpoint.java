package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that is called, and the proxy on the way to it. Both may hold secrets and are never
 * printed.
 *
 * @param url http or https, with a host and without user, password or fragment
 * @param proxy {@code http://user:password@host:port}; empty for a direct connection
 */
public record Endpoint(URI url, Optional<URI> proxy) {

  /**
   * @throws IllegalArgumentException if an address is not one that can be called; the message does
   *     not show it
   */
  public Endpoint {
    requireNonNull(url, "url");
    requireNonNull(proxy, "proxy");
    require(isWeb(url) && url.getRawUserInfo() == null && url.getRawFragment() == null);
    proxy.ifPresent(
        address -> {
          if (!isWeb(address) || address.getPort() == -1) {
            throw new IllegalArgumentException(
                "the proxy's address is unusable; expected one such as http://proxy:3128");
          }
        });
  }

  public static Endpoint direct(URI url) {
    return new Endpoint(url, Optional.empty());
  }

  private static void require(boolean usable) {
    if (!usable) {
      throw new IllegalArgumentException(
          "this is not an address that can be called; expected one such as"
              + " https://hooks.example.org/path, without user and fragment");
    }
  }

  private static boolean isWeb(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
  }

  /** Returns the host only. */
  @Override
  public String toString() {
    return "Endpoint[" + url.getHost() + "]";
  }
}
