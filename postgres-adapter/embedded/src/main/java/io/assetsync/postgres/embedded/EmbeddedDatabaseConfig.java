package io.assetsync.postgres.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an {@link EmbeddedDatabase} is set up.
 *
 * @param directory where data, password and log are kept; empty for a temporary directory that is
 *     deleted on close
 * @param binaries where PostgreSQL's programs are unpacked (60 MB, once per version); empty for
 *     {@code binaries} below the directory, or the user's cache for a temporary one
 * @param port the TCP port on the loopback interface; 0 for any free one
 * @param settings PostgreSQL settings by name that go before our own, such as {@code
 *     shared_buffers}
 * @param stopsOnExit whether the end of the JVM closes the database; without it the caller must
 *     close it, for example after other work that the end of the JVM starts
 */
public record EmbeddedDatabaseConfig(
    Optional<Path> directory,
    Optional<Path> binaries,
    int port,
    Map<String, String> settings,
    boolean stopsOnExit) {

  private static final Pattern SETTING = Pattern.compile("[a-z][a-z0-9_.]*");
  private static final Set<String> OWN_SETTINGS =
      Set.of("listen_addresses", "port", "unix_socket_directories");

  /** Checks the values and copies the settings. */
  public EmbeddedDatabaseConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    settings = Map.copyOf(settings);
    for (String name : settings.keySet()) {
      if (!SETTING.matcher(name).matches() || OWN_SETTINGS.contains(name)) {
        throw new IllegalArgumentException("not a setting that can be given: " + name);
      }
    }
  }

  /** A database whose rows survive; every commit is on disk when it returns. */
  public static EmbeddedDatabaseConfig persistent(Path directory) {
    return new EmbeddedDatabaseConfig(Optional.of(directory), Optional.empty(), 0, Map.of(), true);
  }

  /** A database that is deleted on close and trades durability for speed. */
  public static EmbeddedDatabaseConfig temporary() {
    return new EmbeddedDatabaseConfig(Optional.empty(), Optional.empty(), 0, Map.of(), true);
  }

  public EmbeddedDatabaseConfig withBinaries(Path newBinaries) {
    return new EmbeddedDatabaseConfig(
        directory, Optional.of(newBinaries), port, settings, stopsOnExit);
  }

  public EmbeddedDatabaseConfig withPort(int newPort) {
    return new EmbeddedDatabaseConfig(directory, binaries, newPort, settings, stopsOnExit);
  }

  public EmbeddedDatabaseConfig withSettings(Map<String, String> newSettings) {
    return new EmbeddedDatabaseConfig(directory, binaries, port, newSettings, stopsOnExit);
  }

  public EmbeddedDatabaseConfig withStopsOnExit(boolean newStopsOnExit) {
    return new EmbeddedDatabaseConfig(directory, binaries, port, settings, newStopsOnExit);
  }
}
