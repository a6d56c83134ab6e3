package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests as Snipe-IT 8.1.4 does when nothing is wrong with it: routes, authentication,
 * throttle, rights, lists, single rows. Safe for use by several threads.
 */
final class Api {

  private static final String VERSION = "v8.1.4";

  private final Content content;
  private final int maxResults;
  private final Throttle throttle;
  private final String url;
  private final Map<String, Integer> tokens;
  private volatile SiteSettings site;
  private volatile Listing listing;

  Api(
      Content content,
      int maxResults,
      Throttle throttle,
      String url,
      Map<String, Integer> tokens,
      SiteSettings site) {
    this.content = content;
    this.maxResults = maxResults;
    this.throttle = throttle;
    this.url = url;
    this.tokens = new ConcurrentHashMap<>(tokens);
    this.site = site;
    this.listing = new Listing(content.version());
  }

  void site(SiteSettings changed) {
    site = changed;
  }

  void revoke(String token) {
    tokens.remove(token);
  }

  String url() {
    return url;
  }

  Reply answer(Request request) {
    String path = request.apiPath();
    if (path == null) {
      return outside(request);
    }
    if (request.method().equals("OPTIONS")) {
      return Reply.html(200, "").withHeader("Allow", "GET,HEAD,POST");
    }
    if (!request.reads()) {
      return Replies.error(405, "Method not allowed");
    }
    content.reading().lock();
    try {
      Viewer viewer = viewer(request.token());
      if (viewer == null) {
        return request.wantsJson() ? Replies.unauthorized() : Replies.redirect(url + "/login");
      }
      Throttle.Ticket ticket = throttle.take(viewer.userId());
      if (ticket.refused()) {
        return throttle.refusal(ticket, request.wantsJson());
      }
      return ticket.on(route(path, request, viewer));
    } finally {
      content.reading().unlock();
    }
  }

  private Reply outside(Request request) {
    return switch (request.path()) {
      case "health" -> Reply.json(200, "{\"status\":\"ok\"}");
      case "login", "setup" -> Replies.loginPage();
      default ->
          request.wantsJson()
              ? Replies.error(404, "404 endpoint not found")
              : Reply.html(404, Replies.page("Not Found"));
    };
  }

  private @Nullable Viewer viewer(@Nullable String token) {
    Integer user = token == null ? null : tokens.get(token);
    return user == null ? null : content.viewer(user);
  }

  private Reply route(String path, Request request, Viewer viewer) {
    if (path.isEmpty()) {
      return Replies.unknownPath(Replies.BASE_ENDPOINT);
    }
    String[] segments = path.replaceAll("/$", "").split("/", -1);
    Kind kind = Kinds.find(segments[0]);
    if (path.equals("version")) {
      return Reply.json(200, "{\"version\":\"" + VERSION + "\"}");
    }
    if (kind == null || segments.length > 3) {
      return Replies.unknownPath(Replies.UNKNOWN_ENDPOINT);
    }
    View view = view(request, viewer);
    if (path.equals("users/me")) {
      return row(kind, content.row("users", viewer.userId()), Form.SELF, view);
    }
    if (!viewer.can(kind.right("view"))) {
      return Replies.forbidden(request.wantsJson());
    }
    return switch (segments.length) {
      case 1 -> list(kind, view);
      case 2 -> byId(kind, PhpValue.integer(segments[1]), view);
      default -> byColumn(kind, segments[1], Query.decode(segments[2].replace("+", "%2B")), view);
    };
  }

  private Reply list(Kind kind, View view) {
    Ranking matching = current().rows(kind, view);
    int total = matching.size();
    PageBounds bounds = PageBounds.of(kind, view.query(), total, maxResults);
    int[] ids = matching.page(bounds);
    return rows(kind, total, ids, view);
  }

  private Reply byId(Kind kind, int id, View view) {
    Row row = content.row(kind.path(), id);
    boolean shown =
        row != null && view.sees(kind, row) && (kind.detailShowsDeleted() || !row.deleted());
    return row(kind, shown ? row : null, Form.DETAIL, view);
  }

  private Reply byColumn(Kind kind, String route, String value, View view) {
    String column =
        switch (kind.path() + "/" + route) {
          case "hardware/bytag" -> "asset_tag";
          case "hardware/byserial" -> "serial";
          default -> null;
        };
    if (column == null) {
      return Replies.unknownPath(Replies.UNKNOWN_ENDPOINT);
    }
    boolean withDeleted = view.query().is("deleted", "true");
    List<Row> found = new ArrayList<>();
    for (int id : content.ids(kind.path())) {
      Row row = content.row(kind.path(), id);
      if (row != null
          && view.sees(kind, row)
          && (withDeleted || !row.deleted())
          && value.equalsIgnoreCase(row.text(column))) {
        found.add(row);
      }
    }
    if (found.isEmpty()) {
      return Replies.error(200, kind.missing());
    }
    if (route.equals("bytag") && !withDeleted) {
      return row(kind, found.get(0), Form.DETAIL, view);
    }
    int[] ids = found.stream().mapToInt(Row::id).toArray();
    return rows(kind, ids.length, ids, view);
  }

  private Reply row(Kind kind, @Nullable Row row, Form form, View view) {
    if (row == null) {
      return Replies.error(200, kind.missing());
    }
    return Reply.page(PhpJson.bytes(json -> content.write(kind, row, form, view, json)), 1);
  }

  private Reply rows(Kind kind, int total, int[] ids, View view) {
    byte[] body =
        PhpJson.bytes(
            json -> {
              json.writeStartObject();
              json.writeNumberField("total", total);
              json.writeArrayFieldStart("rows");
              for (int id : ids) {
                Row row = content.row(kind.path(), id);
                if (row != null) {
                  content.write(kind, row, Form.LIST, view, json);
                }
              }
              json.writeEndArray();
              json.writeEndObject();
            });
    return Reply.page(body, ids.length);
  }

  private View view(Request request, Viewer viewer) {
    SiteSettings settings = site;
    return new View(
        content,
        viewer,
        settings,
        request.query(),
        url,
        LocalDateTime.now(content.clock()),
        current().tallies(viewer, settings));
  }

  /** What was found out about the content's present version. */
  private Listing current() {
    Listing known = listing;
    if (known.version() == content.version()) {
      return known;
    }
    Listing fresh = new Listing(content.version());
    listing = fresh;
    return fresh;
  }
}
