package io.assetsync.http;

import java.util.List;
import spark.Request;

/** The calls that describe the calls, for programs and for people. They tell nothing secret. */
final class DocumentationCalls {

  /** Where the document says where the paths begin. */
  private static final String SERVER = "\"servers\": [{\"url\": \"/\"}]";

  private final Asset openApi = Asset.named("openapi.json", "application/json");
  private final Asset page = Asset.named("docs.html", "text/html; charset=utf-8");
  private final Asset style = Asset.named("docs.css", "text/css; charset=utf-8");
  private final Asset script = Asset.named("docs.js", "text/javascript; charset=utf-8");

  List<Call> calls() {
    return List.of(
        Call.get("/openapi.json", "describes the calls for programs", this::describe)
            .forEverybody(),
        Call.get("/docs", "describes the calls for people, who can try them", page::answer)
            .forEverybody(),
        Call.get("/docs/docs.css", "is the style of that page", style::answer).forEverybody(),
        Call.get("/docs/docs.js", "is the script of that page", script::answer).forEverybody());
  }

  private Answer describe(Request request) {
    String basePath = Visit.of(request).basePath();
    if (basePath.isEmpty()) {
      return openApi.answer(request);
    }
    String moved =
        openApi.content().replace(SERVER, "\"servers\": [{\"url\": \"%s\"}]".formatted(basePath));
    return Asset.of(openApi.contentType(), moved).answer(request);
  }
}
