package io.assetsync.http;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import spark.Request;

/**
 * The page for people. Its files tell nothing secret, so that everybody may load them and sign in.
 */
final class PageCalls {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** How the page begins the addresses of its files. */
  private static final String FILES = "=\"/page/";

  private static final List<String> NAMES =
      List.of(
          "api.js",
          "asset.js",
          "assets.js",
          "changes.js",
          "controls.js",
          "dom.js",
          "format.js",
          "icon.svg",
          "live-run.js",
          "live.js",
          "log-lines.js",
          "next-runs.js",
          "notices.js",
          "overview.js",
          "page.css",
          "page.js",
          "run-bars.js",
          "run.js",
          "runs.js",
          "sign-in.js",
          "system.js",
          "totals.js");

  private final Asset page = Asset.named("page/page.html", HTML);
  private final Map<String, Asset> files =
      NAMES.stream()
          .collect(toMap(Function.identity(), name -> Asset.named("page/" + name, type(name))));

  /** Returns the call for the files of the page. */
  Call files() {
    return Call.get("/page/:file", "is a file of the page", this::file).forEverybody();
  }

  /** Returns the page, to a browser that asks for one. */
  Optional<Answer> page(Request request) {
    String accepted = request.headers("Accept");
    if (accepted == null || !accepted.contains("text/html")) {
      return Optional.empty();
    }
    String files = "=\"" + Visit.of(request).basePath() + "/page/";
    return Optional.of(Asset.of(HTML, page.content().replace(FILES, files)).answer(request));
  }

  private Answer file(Request request) {
    Asset file = files.get(request.params(":file"));
    if (file == null) {
      throw new Problem(ProblemType.NOT_FOUND, "the page has no such file");
    }
    return file.answer(request);
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".css" -> STYLE;
      case ".js" -> SCRIPT;
      default -> "image/svg+xml";
    };
  }
}
