package io.assetsync.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells our names from those of other programs, which share the environment and the file with us.
 *
 * <p>Names that begin with {@code SYNC_}, {@code SNIPEIT_} or {@code NOTIFY_} are ours. {@code
 * HTTP_}, {@code API_} and {@code LOG_} are common: in the file they are ours but for the
 * well-known ones of others; in the environment only a name that looks like a misspelt one of ours
 * is.
 */
final class Names {

  private static final List<String> OWN_PREFIXES = List.of("SYNC_", "SNIPEIT_", "NOTIFY_");
  private static final List<String> COMMON_PREFIXES = List.of("HTTP_", "API_", "LOG_");

  /** What widespread programs read. */
  private static final Set<String> WELL_KNOWN = Set.of("HTTP_USER_AGENT", "HTTP_HOME");

  /** What Kubernetes and Docker set for each service, named after the service. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(".*_SERVICE_(HOST|PORT)(_.*)?|.*_PORT(_\\d+_(TCP|UDP|SCTP)(_[A-Z]+)?)?");

  private static final List<String> KNOWN = Arrays.stream(Key.values()).map(Key::name).toList();
  private static final Set<String> FILES =
      Arrays.stream(Key.values())
          .flatMap(key -> key.fileName().stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final int MISSPELT = 2;

  private Names() {}

  /** Describes a name from the environment that is ours and unknown. */
  static Optional<String> unknownInEnvironment(String name) {
    if (isKnown(name) || SERVICE_LINK.matcher(name).matches()) {
      return Optional.empty();
    }
    boolean misspelt =
        startsWithAny(name, COMMON_PREFIXES) && Nearest.to(name, KNOWN, MISSPELT).isPresent();
    return startsWithAny(name, OWN_PREFIXES) || misspelt
        ? Optional.of(unknown(name))
        : Optional.empty();
  }

  /** Describes a name from the file that is ours and unknown. */
  static Optional<String> unknownInFile(String name) {
    boolean ours = startsWithAny(name, OWN_PREFIXES) || startsWithAny(name, COMMON_PREFIXES);
    return ours && !isKnown(name) ? Optional.of(unknown(name)) : Optional.empty();
  }

  /** Returns our name that another program's name differs from by one slip of the pen. */
  static Optional<String> suspiciouslyNear(String name) {
    return isKnown(name) ? Optional.empty() : Nearest.to(name, KNOWN, 1);
  }

  private static boolean isKnown(String name) {
    return KNOWN.contains(name) || FILES.contains(name) || WELL_KNOWN.contains(name);
  }

  private static String unknown(String name) {
    return "is not a setting of Asset Sync"
        + Nearest.to(name.toUpperCase(Locale.ROOT), KNOWN, Math.max(MISSPELT, name.length() / 3))
            .map(near -> "; did you mean " + near + "?")
            .orElse("; docs/configuration.md lists them");
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
