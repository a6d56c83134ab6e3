package io.assetsync.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Metrics that list the answers, one a line. */
final class CountedAnswers implements Metrics {

  private final List<String> answers = new CopyOnWriteArrayList<>();

  @Override
  public void answered(String call, int status, Duration took) {
    answers.add(call + " " + status + (took.isNegative() ? " before it was asked" : ""));
  }

  @Override
  public String contentType() {
    return "text/plain; version=0.0.4; charset=utf-8";
  }

  @Override
  public String text() {
    return String.join("\n", answers);
  }
}
