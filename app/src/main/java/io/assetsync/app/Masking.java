package io.assetsync.app;

import java.util.regex.Pattern;

/** How much of a value may be shown. */
enum Masking {
  NONE {
    @Override
    String shown(String value) {
      return value;
    }
  },
  /** A URL that may hold a password, before the host or as a parameter. */
  PASSWORDS {
    @Override
    String shown(String value) {
      String withoutUserPassword = USER_PASSWORD.matcher(value).replaceFirst("$1" + MASK + "@");
      return PARAMETER.matcher(withoutUserPassword).replaceAll("$1" + MASK);
    }
  },
  ALL {
    @Override
    String shown(String value) {
      return value.isEmpty() ? "" : MASK;
    }
  };

  private static final String MASK = "***";

  /** A password may hold an unescaped at sign by mistake, so it ends with the last one. */
  private static final Pattern USER_PASSWORD =
      Pattern.compile("((?://|^)[^:@/]*:)(?!//).*@", Pattern.DOTALL);

  private static final Pattern PARAMETER = Pattern.compile("(?i)([?&][a-z]*password=)[^&]*");

  /** Returns the value with what must not be shown replaced by asterisks. */
  abstract String shown(String value);
}
