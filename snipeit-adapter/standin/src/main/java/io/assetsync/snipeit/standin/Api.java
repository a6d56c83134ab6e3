package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests as Snipe-IT 8.1.4 does when nothing is wrong with it: routes, authentication,
 * throttle, rights, lists, single rows. Safe for use by several threads.
 */
final class Api {

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
    if (path.equals("version") && site.version().isAtLeast(Version.V8_1_4)) {
      return Reply.json(200, "{\"version\":\"" + site.version().number() + "\"}");
    }
    View view = view(request, viewer);
    if (path.equals("users/me")) {
      return row(UserKind.USERS, content.row("users", viewer.userId()), Form.SELF, view);
    }
    Route route = Route.of(path);
    if (route == null) {
      return Replies.unknownPath(Replies.UNKNOWN_ENDPOINT);
    }
    Kind kind = route.kind();
    if (!kind.readableBy(viewer)) {
      return Replies.forbidden(request.wantsJson());
    }
    String last = route.last();
    if (last == null) {
      return list(kind, route.parent(), view);
    }
    return route.column() == null
        ? byId(kind, route.parent(), PhpValue.integer(last), view)
        : byColumn(kind, route.column(), last, view);
  }

  private Reply list(Kind kind, int parentId, View view) {
    Kind.Parent parent = kind.parent();
    if (parent != null && view.live(parent.kind(), parentId) == null) {
      return parent.missing() == null
          ? rows(kind, 0, new int[0], view)
          : Replies.error(200, parent.missing());
    }
    Ranking matching = current().rows(kind, parentId, view);
    int[] ids =
        matching.page(PageBounds.of(kind.paging(), view.query(), matching.size(), maxResults));
    return rows(kind, total(kind, matching, view), ids, view);
  }

  private int total(Kind kind, Ranking matching, View view) {
    BiPredicate<Row, View> counted = kind.counted();
    if (counted == null) {
      return matching.size();
    }
    int[] all = matching.page(new PageBounds(0, matching.size()));
    return (int)
        Arrays.stream(all)
            .mapToObj(id -> content.row(kind.path(), id))
            .filter(row -> row != null && counted.test(row, view))
            .count();
  }

  private Reply byId(Kind kind, int parentId, int id, View view) {
    Row row = content.row(kind.path(), id);
    if (row == null || !view.sees(kind, row) || (row.deleted() && !kind.detailShowsDeleted())) {
      return Replies.error(200, kind.missing());
    }
    Kind.Parent parent = kind.parent();
    if (parent != null && row.integer(parent.column()) != parentId) {
      return Replies.error(200, "Seat does not belong to the specified license");
    }
    return row(kind, row, Form.DETAIL, view);
  }

  private Reply byColumn(Kind kind, String column, String value, View view) {
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
    if (column.equals("asset_tag") && !withDeleted) {
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
    PhpJson.Writing page =
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
        };
    return kind.plainUnicode()
        ? Reply.plainPage(PhpJson.plainBytes(page), ids.length)
        : Reply.page(PhpJson.bytes(page), ids.length);
  }

  private View view(Request request, Viewer viewer) {
    SiteSettings settings = site.withLanguage(language(viewer));
    return new View(
        content,
        viewer,
        settings,
        request.query(),
        url,
        LocalDateTime.now(content.clock()),
        current().tallies(viewer, settings));
  }

  private Language language(Viewer viewer) {
    Row user = content.row("users", viewer.userId());
    return Language.of(user == null ? null : user.text("locale"), site.language());
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
