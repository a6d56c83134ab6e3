package io.assetsync.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The call that lists the calls. */
final class IndexCall {

  private IndexCall() {}

  /** Returns the call that lists itself and the others. */
  static Call listing(List<Call> others) {
    String version =
        Optional.ofNullable(IndexCall.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");
    List<CallView> calls = others.stream().map(CallView::of).toList();
    return Call.get(
        "/", "lists the calls", request -> Answer.ok(new IndexView("asset-sync", version, calls)));
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
