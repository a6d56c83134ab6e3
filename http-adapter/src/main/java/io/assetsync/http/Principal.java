package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose credentials were accepted.
 *
 * @param name for people and the log; up to 100 characters are kept, without control characters
 * @param role empty for somebody who is known and may do nothing
 * @param until when the credentials end, if they do; a session ends no later
 */
public record Principal(String name, Optional<Role> role, Optional<Instant> until) {

  private static final int MAX_NAME = 100;

  public Principal {
    name = shown(requireNonNull(name, "name"));
    requireNonNull(role, "role");
    requireNonNull(until, "until");
  }

  /** Returns somebody whose credentials last for ever. */
  public static Principal of(String name, Role role) {
    return new Principal(name, Optional.of(role), Optional.empty());
  }

  /** Tells whether the role suffices for what needs another one. */
  public boolean may(Role needed) {
    return role.isPresent() && role.get().includes(needed);
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?").strip();
    return printable.length() <= MAX_NAME ? printable : printable.substring(0, MAX_NAME);
  }
}
