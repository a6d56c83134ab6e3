package io.assetsync.snipeit.standin;

/** The answers of Snipe-IT that carry no rows, word for word. */
final class Replies {

  static final String UNKNOWN_ENDPOINT =
      "404 endpoint not found. Please check the API reference at"
          + " https://snipe-it.readme.io/reference to find a valid API endpoint.";
  static final String BASE_ENDPOINT =
      "404 endpoint not found. This is the base URL for the API and does not return anything"
          + " itself. Please check the API reference at https://snipe-it.readme.io/reference to"
          + " find a valid API endpoint.";

  private Replies() {}

  static Reply unauthorized() {
    return Reply.json(401, "{\"error\":\"Unauthorized or unauthenticated.\"}");
  }

  static Reply forbidden(boolean wantsJson) {
    return wantsJson
        ? pretty(403, "This action is unauthorized.")
        : Reply.html(403, page("Forbidden"));
  }

  static Reply serverError(boolean wantsJson) {
    return wantsJson ? pretty(500, "Server Error") : Reply.html(500, page("Server Error"));
  }

  static Reply maintenance(boolean wantsJson) {
    return wantsJson
        ? Reply.json(503, "{\"status\":\"error\",\"messages\":503,\"payload\":null}")
        : Reply.html(503, page("Service Unavailable"));
  }

  /** The error envelope, which comes with status 200 for an id that does not exist. */
  static Reply error(int status, String messages) {
    return envelope(status, "messages", messages);
  }

  /** The fallback for unknown paths has its own key, without an s. */
  static Reply unknownPath(String message) {
    return envelope(404, "message", message);
  }

  /** The Symfony page that comes with a redirect. */
  static Reply redirect(String location) {
    String body =
        """
        <!DOCTYPE html>
        <html>
            <head>
                <meta charset="UTF-8" />
                <meta http-equiv="refresh" content="0;url='%1$s'" />

                <title>Redirecting to %1$s</title>
            </head>
            <body>
                Redirecting to <a href="%1$s">%1$s</a>.
            </body>
        </html>"""
            .formatted(location);
    return Reply.html(302, body).withHeader("Location", location);
  }

  static Reply badGateway() {
    String body =
        """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body>
        <center><h1>502 Bad Gateway</h1></center>
        <hr><center>nginx/1.22.1</center>
        </body>
        </html>
        """;
    return Reply.html(502, body.replace("\n", "\r\n"));
  }

  /** An HTML page with status 200, such as the login form. */
  static Reply loginPage() {
    return Reply.html(200, page("Log in"));
  }

  static String page(String title) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body></body>
    </html>
    """
        .formatted(title);
  }

  private static Reply pretty(int status, String message) {
    return Reply.json(status, "{\n    \"message\": \"" + message + "\"\n}");
  }

  private static Reply envelope(int status, String key, String text) {
    return Reply.json(
        status,
        PhpJson.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("status", "error");
              json.writeStringField(key, text);
              json.writeNullField("payload");
              json.writeEndObject();
            }));
  }
}
