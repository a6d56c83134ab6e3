package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How clients reach the server.
 *
 * @param names the host names by which they do, beside those of this machine; in lower case,
 *     without port
 * @param basePath the path below which a proxy shows the server, such as {@code /asset-sync}; empty
 *     if it does not
 * @param trustedProxies who is believed when it tells by {@code Forwarded} or {@code X-Forwarded-…}
 *     for whom it asks
 * @param tls the server's own HTTPS; empty for HTTP
 */
public record Reach(
    Set<String> names, String basePath, List<AddressRange> trustedProxies, Optional<TlsFiles> tls) {

  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*");
  private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

  /** As it is: only by the names of this machine, without proxy, by HTTP. */
  public static final Reach DIRECT = new Reach(Set.of(), "", List.of(), Optional.empty());

  public Reach {
    names =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    for (String name : names) {
      if (!NAME.matcher(name).matches() && AddressRange.address(name).isEmpty()) {
        throw new IllegalArgumentException(
            "\"%s\" is no host name; expected such as assets.example.org, without scheme and port"
                .formatted(name));
      }
    }
    if (!isBasePath(basePath)) {
      throw new IllegalArgumentException(
          "\"%s\" is no base path; expected such as /asset-sync, without a slash at the end"
              .formatted(basePath));
    }
    trustedProxies = List.copyOf(trustedProxies);
    requireNonNull(tls, "tls");
  }

  public Reach withNames(Set<String> newNames) {
    return new Reach(newNames, basePath, trustedProxies, tls);
  }

  public Reach withBasePath(String newBasePath) {
    return new Reach(names, newBasePath, trustedProxies, tls);
  }

  public Reach withTrustedProxies(List<AddressRange> newTrustedProxies) {
    return new Reach(names, basePath, newTrustedProxies, tls);
  }

  public Reach withTls(TlsFiles newTls) {
    return new Reach(names, basePath, trustedProxies, Optional.of(newTls));
  }

  boolean trusts(InetAddress address) {
    return trustedProxies.stream().anyMatch(range -> range.contains(address));
  }

  static boolean isBasePath(String path) {
    return BASE_PATH.matcher(path).matches();
  }
}
