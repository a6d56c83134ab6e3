package io.assetsync.postgres.embedded;

import java.util.Locale;

/** The operating system and processor, in the words of the archives that hold PostgreSQL. */
record Platform(String system, String processor) {

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    return new Platform(system(osName.toLowerCase(Locale.ROOT)), processor(osArch));
  }

  private static String system(String osName) {
    if (osName.startsWith("windows")) {
      return "windows";
    }
    if (osName.startsWith("mac")) {
      return "darwin";
    }
    return osName;
  }

  private static String processor(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> osArch;
    };
  }

  String archive() {
    return "postgres-" + system + "-" + processor + ".txz";
  }

  boolean isWindows() {
    return system.equals("windows");
  }
}
