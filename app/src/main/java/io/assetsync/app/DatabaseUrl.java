package io.assetsync.app;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.assetsync.core.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address of a PostgreSQL database in the words of JDBC, read from any of the ways people write
 * one: {@code postgresql://user:password@host:port/database?sslmode=require}, also with {@code
 * postgres:}, with SQLAlchemy's driver suffix, with several hosts, or {@code jdbc:postgresql:}.
 *
 * @param jdbcUrl without user and password
 * @param password empty if there is none
 */
record DatabaseUrl(String jdbcUrl, String user, Secret password) {

  private static final String EXPECTED =
      "expected postgresql://user:password@host:port/database, with characters such as @ : / ? # %"
          + " in user and password percent-encoded";

  private static final Pattern SCHEME =
      Pattern.compile("(?i)(jdbc:postgresql|postgres(?:ql)?(?:\\+[a-z0-9_]+)?):(.*)");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?://(?:(?<user>[^:@/?]*)(?::(?<password>[^:@/?]*))?@)?(?<hosts>[^@/?]*))?"
              + "/?(?<database>[^@/?]*)(?:\\?(?<query>.*))?");

  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5}))?");

  private static final int MAX_PORT = 65_535;

  DatabaseUrl {
    requireNonNull(jdbcUrl, "jdbcUrl");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
  }

  /**
   * @throws IllegalArgumentException if it cannot be understood; the message names the fault and
   *     shows nothing that may be a part of the password
   */
  static DatabaseUrl parse(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      throw new IllegalArgumentException(
          "this is not the address of a PostgreSQL database; " + EXPECTED);
    }
    Matcher address = ADDRESS.matcher(scheme.group(2));
    if (!address.matches()) {
      throw new IllegalArgumentException("the address cannot be split into its parts; " + EXPECTED);
    }
    boolean jdbc = scheme.group(1).regionMatches(true, 0, "jdbc", 0, 4);
    Map<String, String> parameters =
        DatabaseParameters.parse(requireNonNullElse(address.group("query"), ""), jdbc);
    String user = taken(parameters, "user", address.group("user"));
    String password = taken(parameters, "password", address.group("password"));
    String database = taken(parameters, "dbname", address.group("database"));
    String hosts = hosts(requireNonNullElse(address.group("hosts"), ""), parameters);
    requireNamed(user, "user");
    requireNamed(database, "database");
    return new DatabaseUrl(
        "jdbc:postgresql://"
            + hosts
            + "/"
            + PercentCode.encode(database)
            + DatabaseParameters.forDriver(parameters),
        user,
        new Secret(password));
  }

  /** Takes a part from the parameters, or from where the URL itself has it. */
  private static String taken(Map<String, String> parameters, String name, @Nullable String inUrl) {
    String parameter = parameters.remove(name);
    return parameter != null ? parameter : PercentCode.decode(requireNonNullElse(inUrl, ""));
  }

  /** Reads hosts from the URL or, as libpq and SQLAlchemy allow, from the parameters. */
  private static String hosts(String inUrl, Map<String, String> parameters) {
    String host = requireNonNullElse(parameters.remove("host"), "");
    String port = requireNonNullElse(parameters.remove("port"), "");
    String named = inUrl.isEmpty() ? host : PercentCode.decode(inUrl);
    if (named.contains("/")) {
      throw new IllegalArgumentException(
          "the address names a Unix socket, which is not supported; name a host, such as localhost");
    }
    List<String> hosts =
        Stream.of((named.isEmpty() ? "localhost" : named).split(",", -1))
            .map(one -> port.isEmpty() ? one : one + ":" + port)
            .toList();
    if (!hosts.stream().allMatch(DatabaseUrl::isHost)) {
      throw new IllegalArgumentException(
          "the address has something that is no host, or no port from 1 to 65535; " + EXPECTED);
    }
    return String.join(",", hosts);
  }

  private static boolean isHost(String text) {
    Matcher host = HOST.matcher(text);
    if (!host.matches()) {
      return false;
    }
    Optional<Integer> port = Optional.ofNullable(host.group("port")).map(Integer::valueOf);
    return port.map(number -> number >= 1 && number <= MAX_PORT).orElse(true);
  }

  private static void requireNamed(String part, String name) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException("the address names no " + name + "; " + EXPECTED);
    }
  }
}
