package io.assetsync.http;

/** The call for monitors that collect numbers. */
final class MetricsCall {

  private MetricsCall() {}

  static Call showing(Metrics metrics) {
    return Call.get(
        "/metrics",
        "tells the numbers of the service to a monitor",
        request -> Answer.ok(new Text(metrics.contentType(), metrics.text())));
  }
}
