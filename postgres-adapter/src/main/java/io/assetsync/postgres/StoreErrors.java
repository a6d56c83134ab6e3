package io.assetsync.postgres;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.error.StoreException.Fault;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Words what the driver and the server report, once, at the edge of the port.
 *
 * @param place where the database is, as far as messages may tell
 */
record StoreErrors(String place) {

  /** How the server says where it was, of which the first is the innermost. */
  private static final Pattern FUNCTION =
      Pattern.compile(
          "^(?:PL/pgSQL|SQL) function (.+?)(?: line| statement| during|$)", Pattern.MULTILINE);

  private static final Pattern OURS =
      Pattern.compile(
          "^\"?(?:\\w+\\.)?(?:inline_code_block|refuse_time|history_reaches|\\w+_as_of)\\b");

  private record Reason(Fault fault, String text) {}

  /**
   * Returns the exception for a failed action.
   *
   * @param action what could not be done, such as {@code begin a run}
   */
  StoreException of(String action, Throwable thrown) {
    Reason reason = reason(thrown);
    return new StoreException(
        reason.fault(), "cannot " + action + " in " + place + ": " + reason.text(), thrown);
  }

  StoreException rejected(String action, String reason) {
    return new StoreException(
        Fault.REJECTED, "cannot " + action + " in " + place + ": " + reason, null);
  }

  private static Reason reason(Throwable thrown) {
    Optional<? extends SQLException> refusal =
        find(thrown, SessionLostException.class)
            .<SQLException>map(lost -> lost)
            .or(() -> find(thrown, OtherVersionException.class));
    if (refusal.isPresent()) {
      return rejected(String.valueOf(refusal.get().getMessage()));
    }
    return find(thrown, PSQLException.class)
        .map(e -> reasonInFunction(e).orElseGet(() -> reason(e)))
        .orElseGet(() -> poolReason(thrown));
  }

  private static Reason poolReason(Throwable thrown) {
    return find(thrown, SQLException.class).isPresent()
        ? unavailable(
            "no connection was to be had in time; see who holds those of the pool, or give it more")
        : rejected(String.valueOf(thrown.getMessage()).lines().findFirst().orElse(""));
  }

  /** Returns the reason if a function that people hung on the mirror is at fault. */
  private static Optional<Reason> reasonInFunction(PSQLException e) {
    return Optional.ofNullable(e.getServerErrorMessage())
        .map(ServerErrorMessage::getWhere)
        .map(FUNCTION::matcher)
        .filter(Matcher::find)
        .filter(function -> !OURS.matcher(function.group(1)).find())
        .filter(function -> reason(e).fault() == Fault.REJECTED)
        .map(
            function ->
                rejected(
                    "a trigger or function on the mirror failed: %s; correct or drop %s"
                        .formatted(said(e), function.group(1))));
  }

  private static Reason reason(PSQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    return switch (state) {
      case "57P01", "57P02", "57P03" ->
          unavailable(
              "the server is starting, shutting down or was told to end the connection; try again");
      case "57P05", "25P03", "25P04" ->
          unavailable("the server ended the connection because of a timeout set for it");
      case "57014" ->
          unavailable("a statement took longer than it may and was stopped; see what slows it");
      case "55P03" ->
          unavailable(
              "somebody else keeps a table locked (ALTER, CREATE INDEX, VACUUM FULL, LOCK), or reads"
                  + " a view that is to change; see pg_locks and try again");
      case "25006" -> unavailable("the server is read-only; see whether it is a standby");
      case "53100" -> unavailable("the server's disk is full; make room and try again");
      case "53300" ->
          unavailable("the server has no connection left; see max_connections and who holds them");
      case "3D000" -> rejected("the database does not exist; create it or give another name");
      case "42501" -> rejected(said(e) + "; grant the user the right that is missing");
      case "42P01", "42703", "42704", "3F000" ->
          rejected(said(e) + "; bring its tables up to date by a migration");
      default -> byClass(state, e);
    };
  }

  private static Reason byClass(String state, PSQLException e) {
    String group = state.length() == 5 ? state.substring(0, 2) : state;
    return switch (group) {
      case "08", "" -> connectionReason(e);
      case "28" -> rejected(said(e) + "; look at the user, the password and pg_hba.conf");
      case "22", "23" -> rejected("the database does not accept a value: " + said(e));
      case "40" -> unavailable("it came into conflict with somebody else's work; try again");
      case "53" -> unavailable("the server is short of resources: " + said(e));
      case "58", "XX" -> unavailable("the server has trouble: " + said(e) + "; see its log");
      default -> rejected(said(e));
    };
  }

  private static Reason connectionReason(PSQLException e) {
    if (find(e, UnknownHostException.class).isPresent()) {
      return unavailable("its host name is unknown; look at the address");
    }
    if (find(e, ConnectException.class).isPresent()) {
      return unavailable("nothing answers at that address; see that the server runs");
    }
    if (find(e, SocketTimeoutException.class).isPresent()) {
      return unavailable("it did not answer in time; see whether a firewall is in between");
    }
    Optional<SSLException> tls = find(e, SSLException.class);
    if (tls.isPresent()) {
      return rejected("the TLS handshake failed: " + tls.get().getMessage());
    }
    return unavailable("the connection ended; see the server's log");
  }

  /** Returns what the server said, without the details, which may quote rows. */
  private static String said(PSQLException e) {
    ServerErrorMessage server = e.getServerErrorMessage();
    String message = server == null ? e.getMessage() : server.getMessage();
    return String.valueOf(message).strip();
  }

  private static Reason unavailable(String text) {
    return new Reason(Fault.UNAVAILABLE, text);
  }

  private static Reason rejected(String text) {
    return new Reason(Fault.REJECTED, text);
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
