package io.assetsync.core.model;

import static java.util.Objects.requireNonNull;

/**
 * A text that must not be shown: a token, a password. Only {@link #reveal()} gives it away;
 * printing, logging or serialising the object does not.
 */
public final class Secret {

  private final String text;

  public Secret(String text) {
    this.text = requireNonNull(text, "text");
  }

  /** Returns the text, for the connection that needs it and nothing else. */
  public String reveal() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
