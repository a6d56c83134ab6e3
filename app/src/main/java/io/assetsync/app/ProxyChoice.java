package io.assetsync.app;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** Which way to an address: as curl and Python's requests read the proxy variables. */
final class ProxyChoice {

  private ProxyChoice() {}

  /** Returns the setting that names the proxy for an address. */
  static Key settingFor(URI address) {
    return "https".equalsIgnoreCase(address.getScheme()) ? Key.HTTPS_PROXY : Key.HTTP_PROXY;
  }

  /** Reads a proxy's URL; one without a scheme is reached by HTTP. */
  static URI url(String text) {
    return Parse.url(text.contains("://") ? text : "http://" + text);
  }

  /**
   * Tells whether an address is to be reached without the proxy.
   *
   * @param exceptions hosts, with all hosts below them, with or without port, separated by commas;
   *     an asterisk means every host
   */
  static boolean bypasses(URI address, String exceptions) {
    return Arrays.stream(exceptions.split("[,\\s]+"))
        .filter(exception -> !exception.isEmpty())
        .anyMatch(exception -> matches(address, exception.toLowerCase(Locale.ROOT)));
  }

  private static boolean matches(URI address, String exception) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    String named = exception.replaceFirst("^\\*?\\.", "");
    return exception.equals("*")
        || isOrIsBelow(host, named)
        || isOrIsBelow(host + ":" + address.getPort(), named);
  }

  private static boolean isOrIsBelow(String host, String named) {
    return host.equals(named) || host.endsWith("." + named);
  }
}
