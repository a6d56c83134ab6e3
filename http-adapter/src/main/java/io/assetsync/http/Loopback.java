package io.assetsync.http;

import java.util.regex.Pattern;

/** Names by which a machine reaches itself, told without asking a name server. */
final class Loopback {

  private static final Pattern NAMES =
      Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

  /** The same in a {@code Host} header: brackets around IPv6, perhaps a port. */
  private static final Pattern AUTHORITIES =
      Pattern.compile(
          "(localhost|\\[::1]|127(\\.\\d{1,3}){3})(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  static boolean names(String host) {
    return NAMES.matcher(host).matches();
  }

  static boolean isAuthority(String hostHeader) {
    return AUTHORITIES.matcher(hostHeader).matches();
  }
}
