package io.assetsync.app;

import io.assetsync.core.model.Secret;
import io.assetsync.notification.MailConfig;
import io.assetsync.notification.MailConfig.Encryption;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A mail server: {@code smtp://user:password@host:587} with STARTTLS, or {@code smtps://} with TLS
 * from the first byte on. User and password are percent-encoded. On the machine itself {@code
 * smtp://} means no encryption.
 */
record SmtpUrl(String host, int port, Encryption encryption, String user, Secret password) {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_OVER_TLS = 465;
  private static final int RELAY = 25;

  /**
   * @throws IllegalArgumentException if it is none; the message does not show it
   */
  static SmtpUrl parse(String text) {
    URI url = Parse.url(text);
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    boolean isServer =
        (scheme.equals("smtp") || scheme.equals("smtps"))
            && url.getHost() != null
            && url.getRawPath().matches("/?")
            && url.getRawQuery() == null
            && url.getRawFragment() == null;
    if (!isServer) {
      throw new IllegalArgumentException(
          "this is not a mail server; expected one such as"
              + " smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start");
    }
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    Encryption encryption = encryption(scheme, host);
    String[] login =
        url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
    return new SmtpUrl(
        host,
        url.getPort() == -1 ? standardPort(encryption) : url.getPort(),
        encryption,
        login.length > 0 ? PercentCode.decode(login[0]) : "",
        new Secret(login.length > 1 ? PercentCode.decode(login[1]) : ""));
  }

  MailConfig config(String from, List<String> to) {
    return new MailConfig(host, port, encryption, user, password, from, to);
  }

  private static Encryption encryption(String scheme, String host) {
    if (scheme.equals("smtps")) {
      return Encryption.TLS;
    }
    boolean local =
        host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d+){3}");
    return local ? Encryption.NONE : Encryption.STARTTLS;
  }

  private static int standardPort(Encryption encryption) {
    return switch (encryption) {
      case NONE -> RELAY;
      case STARTTLS -> SUBMISSION;
      case TLS -> SUBMISSION_OVER_TLS;
    };
  }
}
