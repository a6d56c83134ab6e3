package io.assetsync.http;

import java.util.Locale;

/** The kinds of problem a call can meet; name, title and status of each are stable. */
enum ProblemType {
  BAD_REQUEST(400, "The request is not valid"),
  UNAUTHENTICATED(401, "Nobody is known by these credentials"),
  FORBIDDEN(403, "The role does not suffice"),
  CROSS_ORIGIN(403, "Another site may not change anything here"),
  NOT_FOUND(404, "There is no such resource"),
  METHOD_NOT_ALLOWED(405, "The resource does not know this method"),
  RUN_IN_PROGRESS(409, "A run is under way"),
  RUN_CANCELLED(409, "The run was cancelled"),
  RUN_ENDED(409, "The run is not under way"),
  RUN_UNSUITABLE(409, "The run will not do for this"),
  BODY_TOO_LARGE(413, "The body is too large"),
  URI_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is not JSON"),
  WRONG_HOST(421, "The service does not go by this name"),
  RUN_HELD(422, "The run held something back"),
  RUN_REFUSED(422, "The run was refused"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  LOCKED_OUT(429, "Too many failed attempts"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL(500, "The service has a fault"),
  SOURCE_FAILED(502, "The source could not be read"),
  STORE_FAILED(503, "The mirror could not be used"),
  AUTHENTICATION_UNAVAILABLE(503, "Credentials cannot be checked at present"),
  STOPPING(503, "The service is stopping");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String urn() {
    return "urn:asset-sync:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
