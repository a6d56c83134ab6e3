package io.assetsync.app;

import java.util.List;

/** The program cannot start as it is configured. Lists every problem found, without secrets. */
final class InvalidConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems one sentence each: which setting, from where, what is wrong, what is expected
   */
  InvalidConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }
}
