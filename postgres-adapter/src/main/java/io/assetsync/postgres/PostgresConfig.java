package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Secret;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the mirror is and how it is used.
 *
 * @param jdbcUrl the address, {@code jdbc:postgresql://host:port/database}, with any parameters of
 *     the driver but the password
 * @param user the role that connects
 * @param password its password; empty if the server wants none
 * @param schema the schema that holds the mirror and the run log: a lower-case identifier
 * @param maxConnections the size of the pool, 2 to 100: a run holds one while the run log uses
 *     another
 * @param connectTimeout how long to wait for a connection, 1 second to 5 minutes
 * @param statementTimeout how long one statement may take, 10 seconds to 24 hours
 * @param lockTimeout how long a run waits for a lock that somebody else holds on a table of the
 *     mirror, 1 second to 10 minutes
 */
public record PostgresConfig(
    String jdbcUrl,
    String user,
    Secret password,
    String schema,
    int maxConnections,
    Duration connectTimeout,
    Duration statementTimeout,
    Duration lockTimeout) {

  public static final String DEFAULT_SCHEMA = "asset_sync";
  public static final int DEFAULT_MAX_CONNECTIONS = 8;
  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);
  public static final Duration DEFAULT_STATEMENT_TIMEOUT = Duration.ofMinutes(15);
  public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(10);

  private static final Pattern PASSWORD = Pattern.compile("[?&](ssl)?password=|//[^/?]*@");

  /** Checks every value. */
  public PostgresConfig {
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    if (!requireNonNull(jdbcUrl, "jdbcUrl").startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("the JDBC URL must begin with jdbc:postgresql:");
    }
    if (PASSWORD.matcher(jdbcUrl).find()) {
      throw new IllegalArgumentException(
          "the JDBC URL must not hold a password: give user and password on their own");
    }
    SchemaName.require(schema);
    if (maxConnections < 2 || maxConnections > 100) {
      throw new IllegalArgumentException("maxConnections must be 2 to 100, not " + maxConnections);
    }
    requireBetween("connectTimeout", connectTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
    requireBetween(
        "statementTimeout", statementTimeout, Duration.ofSeconds(10), Duration.ofHours(24));
    requireBetween("lockTimeout", lockTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
  }

  /** Returns the configuration of a mirror in the default schema with the default limits. */
  public static PostgresConfig of(String jdbcUrl, String user, Secret password) {
    return new PostgresConfig(
        jdbcUrl,
        user,
        password,
        DEFAULT_SCHEMA,
        DEFAULT_MAX_CONNECTIONS,
        DEFAULT_CONNECT_TIMEOUT,
        DEFAULT_STATEMENT_TIMEOUT,
        DEFAULT_LOCK_TIMEOUT);
  }

  public PostgresConfig withSchema(String newSchema) {
    return new PostgresConfig(
        jdbcUrl,
        user,
        password,
        newSchema,
        maxConnections,
        connectTimeout,
        statementTimeout,
        lockTimeout);
  }

  /** Returns the address without the driver's parameters, for messages. */
  String place() {
    return jdbcUrl
        .substring("jdbc:postgresql:".length())
        .replaceFirst("^//", "")
        .replaceFirst("[?].*", "");
  }

  private static void requireBetween(String name, Duration value, Duration min, Duration max) {
    if (requireNonNull(value, name).compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", not " + value);
    }
  }
}
