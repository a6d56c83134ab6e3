package io.assetsync.http;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import spark.Request;

/** The calls for monitors and load balancers. */
final class HealthCalls {

  private final Probes probes;
  private final Set<String> required;

  HealthCalls(Probes probes, Set<String> required) {
    this.probes = probes;
    this.required = required;
  }

  List<Call> calls() {
    return List.of(
        Call.get("/health", "tells whether every part is well", request -> check(name -> true)),
        Call.get("/health/live", "tells that the process answers", HealthCalls::live)
            .forEverybody(),
        Call.get(
                "/health/ready",
                "tells whether the required parts are well",
                request -> check(required::contains))
            .forEverybody());
  }

  private static Answer live(Request request) {
    return Answer.ok(HealthView.of(List.of()));
  }

  private Answer check(Predicate<String> wanted) {
    HealthView health = HealthView.of(probes.check(wanted));
    return Answer.of(health.status().equals("up") ? 200 : 503, health);
  }

  private record HealthView(String status, List<CheckView> checks) {

    private static HealthView of(List<Probes.Finding> findings) {
      List<CheckView> checks = findings.stream().map(CheckView::of).toList();
      boolean up = findings.stream().allMatch(finding -> finding.health().up());
      return new HealthView(word(up), checks);
    }
  }

  private record CheckView(String name, String status, String detail) {

    private static CheckView of(Probes.Finding finding) {
      return new CheckView(finding.name(), word(finding.health().up()), finding.health().detail());
    }
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
