package io.assetsync.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The call at the root: shows browsers the page, and lists the calls for everybody else. */
final class IndexCall {

  private IndexCall() {}

  /** Returns the call that lists these, and shows this page. */
  static Call listing(List<Call> others, PageCalls page) {
    List<CallView> calls = others.stream().map(CallView::of).toList();
    Answer index = Answer.ok(new IndexView("asset-sync", version(), calls));
    return Call.get(
            "/",
            "shows the page to a browser, and lists the calls",
            request -> byAccept(page.page(request).orElse(index)))
        .forEverybody();
  }

  /** Returns the version of this program, as its jar tells it. */
  static String version() {
    return Optional.ofNullable(IndexCall.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  private static Answer byAccept(Answer answer) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put("Vary", "Accept");
    return new Answer(answer.status(), answer.body(), headers);
  }

  private record IndexView(String service, String version, List<CallView> calls) {}

  /** With a null role, everybody may call. */
  private record CallView(String method, String path, @Nullable String role, String does) {

    private static CallView of(Call call) {
      return new CallView(
          call.method().name(),
          call.shownPath(),
          call.role().map(Role::word).orElse(null),
          call.does());
    }
  }
}
