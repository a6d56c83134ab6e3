package io.assetsync.snipeit;

import io.assetsync.core.error.SourceException.Fault;

/** Everything that can be wrong with a call, and what the operator should do about it. */
enum Trouble {
  UNKNOWN_HOST(
      Fault.UNAVAILABLE,
      Repeat.NEVER,
      "the host name of Snipe-IT cannot be resolved; check its URL and the name service (DNS)"),
  UNKNOWN_PROXY(
      Fault.UNAVAILABLE,
      Repeat.NEVER,
      "the host name of the proxy cannot be resolved; check the proxy's URL and the name service"
          + " (DNS)"),
  NO_CONNECTION(
      Fault.UNAVAILABLE,
      Repeat.LATER,
      "no connection to Snipe-IT can be made; check its URL, its web server, the firewall, and"
          + " whether a proxy is needed"),
  NO_CONNECTION_TO_PROXY(
      Fault.UNAVAILABLE,
      Repeat.LATER,
      "no connection to the proxy can be made; check the proxy's URL and the proxy itself"),
  PROXY_WANTS_LOGIN(
      Fault.REFUSED,
      Repeat.NEVER,
      "the proxy does not accept the user and password; check those in the proxy's URL"),
  UNREADABLE_CA_BUNDLE(
      Fault.UNAVAILABLE,
      Repeat.NEVER,
      "the CA bundle cannot be read as a file of PEM certificates; check the path, the file and"
          + " the rights on it"),
  UNTRUSTED_CERTIFICATE(
      Fault.MALFORMED,
      Repeat.NEVER,
      "the TLS certificate of Snipe-IT is not trusted; put the certificate of the authority that"
          + " issued it, in PEM form, into the CA bundle"),
  EXPIRED_CERTIFICATE(
      Fault.MALFORMED,
      Repeat.NEVER,
      "the TLS certificate of Snipe-IT has expired; renew it on the server, and check this"
          + " machine's clock"),
  FOREIGN_CERTIFICATE(
      Fault.MALFORMED,
      Repeat.NEVER,
      "the TLS certificate is one for another host name; check the URL of Snipe-IT"),
  NO_TLS(
      Fault.MALFORMED,
      Repeat.NEVER,
      "no TLS connection can be made; check whether the URL of Snipe-IT needs http:// instead of"
          + " https://, or another port"),
  SILENCE(
      Fault.UNAVAILABLE,
      Repeat.SMALLER,
      "Snipe-IT was silent for longer than the read timeout; look at the load of its server, or"
          + " ask for smaller pages"),
  TOO_SLOW(
      Fault.UNAVAILABLE,
      Repeat.SMALLER,
      "the answer took longer than the call timeout; look at the load of Snipe-IT's server and at"
          + " the network, or ask for smaller pages"),
  CUT_OFF(
      Fault.UNAVAILABLE,
      Repeat.LATER,
      "the connection was cut before the answer was whole; look at Snipe-IT's web server, and at"
          + " any proxy before it"),
  TRUNCATED(
      Fault.UNAVAILABLE,
      Repeat.LATER,
      "the answer ends in the middle; look at the log and the memory limit of Snipe-IT's PHP"),
  EMPTY(
      Fault.UNAVAILABLE,
      Repeat.LATER,
      "the answer is empty; look at the log and the memory limit of Snipe-IT's PHP"),
  TOO_LARGE(Fault.MALFORMED, Repeat.SMALLER, "the answer is too large; ask for smaller pages"),
  NOT_JSON(
      Fault.MALFORMED,
      Repeat.NEVER,
      "what answers is not the API of Snipe-IT, but a web page or something else; check its URL,"
          + " and whether a sign-in page stands before it"),
  BROKEN_JSON(
      Fault.MALFORMED,
      Repeat.NEVER,
      "the answer is not well-formed JSON; look for PHP's own messages in it and in the log of"
          + " Snipe-IT"),
  LOGIN_PAGE(
      Fault.REFUSED,
      Repeat.NEVER,
      "Snipe-IT redirects to its login page; check that the web server and any proxy before it"
          + " pass the Authorization header on, and the token"),
  SETUP_PAGE(
      Fault.UNAVAILABLE,
      Repeat.LATER,
      "Snipe-IT redirects to its set-up page, which means that its own database is down or empty;"
          + " look at that database"),
  REDIRECTED(
      Fault.MALFORMED,
      Repeat.NEVER,
      "the server redirects to another address, which is not followed; set the URL to the address"
          + " where Snipe-IT itself answers, with https:// if it wants that"),
  UNAUTHENTICATED(
      Fault.REFUSED,
      Repeat.NEVER,
      "Snipe-IT does not accept the token: it is wrong, expired or revoked, or the web server does"
          + " not pass the Authorization header on; make a new token"),
  LOGIN_BEFORE_SNIPE_IT(
      Fault.REFUSED,
      Repeat.NEVER,
      "something before Snipe-IT asks for a login of its own; let the API through there"),
  FORBIDDEN(
      Fault.REFUSED,
      Repeat.NEVER,
      "the token's user may not read this; give that user the permission to view it in Snipe-IT"),
  FORBIDDEN_BEFORE_SNIPE_IT(
      Fault.REFUSED,
      Repeat.NEVER,
      "a web server, firewall or proxy before Snipe-IT forbids the call; let the API through"
          + " there"),
  UNKNOWN_PATH(
      Fault.MALFORMED,
      Repeat.NEVER,
      "there is no such path; check the URL of Snipe-IT, and that its version is 6 or newer"),
  THROTTLED(
      Fault.RATE_LIMITED,
      Repeat.AFTER_WINDOW,
      "Snipe-IT wants fewer calls; let nobody else use the account of this token, or raise"
          + " API_THROTTLE_PER_MINUTE there"),
  INTERRUPTED(Fault.UNAVAILABLE, Repeat.NEVER, "the call was interrupted; try again"),
  MAINTENANCE(
      Fault.UNAVAILABLE, Repeat.LATER, "Snipe-IT is closed for maintenance; wait until it is over"),
  GATEWAY(
      Fault.UNAVAILABLE,
      Repeat.LATER,
      "the web server or a proxy before Snipe-IT gets no answer from it; look at Snipe-IT's PHP"),
  SERVER_ERROR(
      Fault.UNAVAILABLE,
      Repeat.SMALLER,
      "Snipe-IT fails with an error of its own; look into its storage/logs/laravel.log"),
  UNEXPECTED_STATUS(
      Fault.MALFORMED,
      Repeat.NEVER,
      "the server answers with a status that Snipe-IT never uses here; check its URL, and what"
          + " stands before it"),
  NOT_THE_ANSWER(
      Fault.MALFORMED,
      Repeat.NEVER,
      "the answer is JSON, but not what Snipe-IT answers here; check its URL and version"),
  ERROR_INSTEAD_OF_ROWS(
      Fault.MALFORMED,
      Repeat.NEVER,
      "Snipe-IT answers with an error instead of a list; look into its storage/logs/laravel.log");

  /** Whether and how to try again. */
  enum Repeat {
    NEVER,
    /** After a while that grows from attempt to attempt. */
    LATER,
    /** When the server grants calls again. */
    AFTER_WINDOW,
    /** At once with fewer rows, or {@link #LATER} where there is no page to make smaller. */
    SMALLER
  }

  private final Fault fault;
  private final Repeat repeat;
  private final String sentence;

  Trouble(Fault fault, Repeat repeat, String sentence) {
    this.fault = fault;
    this.repeat = repeat;
    this.sentence = sentence;
  }

  Fault fault() {
    return fault;
  }

  Repeat repeat() {
    return repeat;
  }

  /** Tells whether it shows only after a timeout, so that each attempt costs as much time. */
  boolean isTimeout() {
    return this == SILENCE || this == TOO_SLOW;
  }

  /** Returns what is wrong and what to do, for the operator. */
  String sentence() {
    return sentence;
  }
}
