package io.assetsync.app;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much of a value may be shown. */
enum Masking {
  NONE {
    @Override
    String shown(String value) {
      return value;
    }

    @Override
    List<String> secrets(String value) {
      return List.of();
    }
  },
  /** A URL that may hold a password, before the host or as a parameter. */
  PASSWORDS {
    @Override
    String shown(String value) {
      String withoutUserPassword = USER_PASSWORD.matcher(value).replaceFirst("$1" + MASK + "@");
      return PARAMETER.matcher(withoutUserPassword).replaceAll("$1" + MASK);
    }

    @Override
    List<String> secrets(String value) {
      return Stream.of(USER_PASSWORD, PARAMETER)
          .flatMap(pattern -> pattern.matcher(value).results())
          .map(found -> found.group(2))
          .flatMap(Masking::spellings)
          .toList();
    }
  },
  ALL {
    @Override
    String shown(String value) {
      return value.isEmpty() ? "" : MASK;
    }

    @Override
    List<String> secrets(String value) {
      Stream<String> parts = SEPARATOR.splitAsStream(value).flatMap(Masking::parts);
      return Stream.concat(Stream.of(value), parts).distinct().toList();
    }
  };

  private static final String MASK = "***";

  /** A password may hold an unescaped at sign by mistake, so it ends with the last one. */
  private static final Pattern USER_PASSWORD =
      Pattern.compile("((?://|^)[^:@/]*:)(?!//)(.*)@", Pattern.DOTALL);

  /** A setting may hold several; what is shorter may be an ordinary word. */
  private static final int MIN_PART = 16;

  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

  /** The name of a token, or scheme and host of an address. */
  private static final Pattern BEGINNING = Pattern.compile("^(?:[a-z]+://[^/]*|[^:]*:)");

  private static final Pattern WITHIN_ADDRESS = Pattern.compile("[/?&=#]+");

  private static final Pattern PARAMETER = Pattern.compile("(?i)([?&][a-z]*password=)([^&]*)");

  /** Also what might be shown alone: a token without its name, the path of an address. */
  private static Stream<String> parts(String value) {
    String rest = BEGINNING.matcher(value).replaceFirst("");
    return Stream.concat(Stream.of(value, rest), WITHIN_ADDRESS.splitAsStream(rest))
        .filter(part -> part.length() >= MIN_PART);
  }

  /** Not every URL is read, so one may be written wrongly. */
  private static Stream<String> spellings(String secret) {
    try {
      return Stream.of(secret, PercentCode.decode(secret));
    } catch (IllegalArgumentException e) {
      return Stream.of(secret);
    }
  }

  /** Returns the parts of the value that must not be shown, as given and decoded. */
  abstract List<String> secrets(String value);

  /** Returns the value with what must not be shown replaced by asterisks. */
  abstract String shown(String value);
}
