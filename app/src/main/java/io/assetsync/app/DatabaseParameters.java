package io.assetsync.app;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows the question mark in a {@link DatabaseUrl}: parameters by their names in libpq or in
 * the JDBC driver.
 *
 * <p>Unknown ones are refused, because the driver ignores them, and a misspelt {@code sslmode} must
 * not open a connection without TLS.
 */
final class DatabaseParameters {

  private static final String ANY_URL = "jdbc:postgresql://localhost/any";

  /** Names of libpq that the driver spells otherwise. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "gssencmode", "gssEncMode",
          "keepalives", "tcpKeepAlive",
          "target_session_attrs", "targetServerType");

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary",
          "any", "any");

  private static final List<String> SSL_MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private DatabaseParameters() {}

  /**
   * Returns decoded values by name, in order.
   *
   * @param form whether a plus sign stands for a space, as in the driver's own URLs
   */
  static Map<String, String> parse(String query, boolean form) {
    UnaryOperator<String> decoder = form ? PercentCode::decodeForm : PercentCode::decode;
    Map<String, String> parameters = new LinkedHashMap<>();
    Stream.of(query.split("&"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("=", 2))
        .forEach(
            pair -> parameters.put(pair[0], decoder.apply(pair.length == 2 ? pair[1] : "true")));
    return parameters;
  }

  /** Returns them in the driver's words, with the leading question mark if there are any. */
  static String forDriver(Map<String, String> parameters) {
    List<String> known = driverProperties();
    return parameters.entrySet().stream()
        .map(parameter -> forDriver(parameter.getKey(), parameter.getValue(), known))
        .collect(Collectors.collectingAndThen(Collectors.toList(), DatabaseParameters::query));
  }

  private static String query(List<String> assignments) {
    return assignments.isEmpty() ? "" : "?" + String.join("&", assignments);
  }

  private static String forDriver(String name, String value, List<String> known) {
    if (name.equals("sslpassword")) {
      throw new IllegalArgumentException(
          "the address has the parameter sslpassword, which is not supported; use a client key without one");
    }
    if (name.equals("target_session_attrs")) {
      return assignment("targetServerType", chosen(name, value, SERVER_TYPES));
    }
    if (name.equals("sslmode") || (name.equals("ssl") && SSL_MODES.contains(value))) {
      requireOneOf(name, value, SSL_MODES);
      return assignment("sslmode", value);
    }
    String driverName = DRIVER_NAMES.getOrDefault(name, name);
    if (!known.contains(driverName)) {
      throw new IllegalArgumentException(
          "the address has the parameter " + name + ", which is unknown" + nearest(name, known));
    }
    return assignment(driverName, name.equals("keepalives") ? truth(value) : value);
  }

  private static String nearest(String name, List<String> known) {
    return Nearest.to(name, known, 2).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static String chosen(String name, String value, Map<String, String> choices) {
    requireOneOf(name, value, choices.keySet().stream().sorted().toList());
    return choices.getOrDefault(value, value);
  }

  private static void requireOneOf(String name, String value, List<String> choices) {
    if (!choices.contains(value)) {
      throw new IllegalArgumentException(
          "the address has "
              + name
              + "="
              + value
              + "; expected one of "
              + String.join(", ", choices));
    }
  }

  private static String truth(String number) {
    return number.equals("1") ? "true" : number.equals("0") ? "false" : number;
  }

  private static String assignment(String name, String value) {
    return name + "=" + PercentCode.encode(value);
  }

  private static List<String> driverProperties() {
    try {
      Driver driver = DriverManager.getDriver(ANY_URL);
      return Stream.of(driver.getPropertyInfo(ANY_URL, new Properties()))
          .map((DriverPropertyInfo property) -> property.name)
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("the PostgreSQL driver is missing", e);
    }
  }
}
