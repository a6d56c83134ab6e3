package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Secret;
import java.util.regex.Pattern;

/**
 * A token that opens the calls of a role to whoever has it.
 *
 * @param name who uses it, for the log: 1 to 40 letters, digits, {@code .}, {@code _} or {@code -}
 * @param value 32 to 512 letters, digits, {@code -._~+/=}, at least 8 of them different
 */
public record AccessToken(String name, Role role, Secret value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._~+/=-]*");
  private static final int MIN_LENGTH = 32;
  private static final int MAX_LENGTH = 512;
  private static final int MIN_DIFFERENT = 8;
  private static final String ADVICE = "; make one as by openssl rand -hex 32";

  public AccessToken {
    requireNonNull(role, "role");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a token's name has 1 to 40 letters, digits, dots, underscores or hyphens");
    }
    requireStrength(name, value.reveal());
  }

  private static void requireStrength(String name, String token) {
    if (!CHARACTERS.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "the token " + name + " holds a character that no bearer token has" + ADVICE);
    }
    if (token.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "the token %s is weak: it has %d characters, and %d are the least"
                  .formatted(name, token.length(), MIN_LENGTH)
              + ADVICE);
    }
    if (token.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the token " + name + " is longer than " + MAX_LENGTH + " characters" + ADVICE);
    }
    if (token.chars().distinct().count() < MIN_DIFFERENT) {
      throw new IllegalArgumentException(
          "the token %s is weak: it has fewer than %d different characters"
                  .formatted(name, MIN_DIFFERENT)
              + ADVICE);
    }
  }
}
