package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;

/**
 * How notices are mailed.
 *
 * @param host the mail server
 * @param user the login name, empty to send without logging in
 * @param from the sender, {@code sync@example.org} or {@code Asset Sync <sync@example.org>}
 * @param to the recipients, 1 to {@link #MAX_RECIPIENTS}
 */
public record MailConfig(
    String host,
    int port,
    Encryption encryption,
    String user,
    Secret password,
    String from,
    List<String> to) {

  /** The greatest number of recipients. */
  public static final int MAX_RECIPIENTS = 50;

  /** How the connection is protected. */
  public enum Encryption {
    /** Not at all: for a relay on the same machine. */
    NONE,
    /** From the first command on; a server that cannot is not used. */
    STARTTLS,
    /** From the first byte on. */
    TLS
  }

  public MailConfig {
    requireNonNull(host, "host");
    requireNonNull(encryption, "encryption");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    if (host.isEmpty() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("a mail server has a host and a port from 1 to 65535");
    }
    requireAddress(from);
    to = List.copyOf(to);
    if (to.isEmpty() || to.size() > MAX_RECIPIENTS) {
      throw new IllegalArgumentException("expected 1 to " + MAX_RECIPIENTS + " recipients");
    }
    to.forEach(MailConfig::requireAddress);
  }

  /**
   * Checks the address of a sender or recipient.
   *
   * @throws IllegalArgumentException if it is none, or more than one, or holds a line break
   */
  public static void requireAddress(String text) {
    if (!isAddress(text)) {
      throw new IllegalArgumentException(
          "this is not one mail address; expected one such as it@example.org");
    }
  }

  private static boolean isAddress(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      if (parsed.length != 1 || parsed[0].isGroup()) {
        return false;
      }
      parsed[0].validate();
      return parsed[0].getAddress().indexOf('@') > 0;
    } catch (AddressException e) {
      return false;
    }
  }

  /** Returns the server only: who mails to whom is nobody else's business. */
  @Override
  public String toString() {
    return "MailConfig[" + host + ":" + port + ", " + encryption + "]";
  }
}
