package io.assetsync.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;

/** Has a server do one run after the other until closed. */
final class SteadyRuns implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger ended = new AtomicInteger();
  private final HttpRequest request;
  private final Thread thread;

  private SteadyRuns(URI url) {
    request =
        HttpRequest.newBuilder(url.resolve("/sync/now?wait=600"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    thread = new Thread(this::keepRunning, "steady-runs");
    thread.setDaemon(true);
  }

  static SteadyRuns start(URI url) {
    SteadyRuns runs = new SteadyRuns(url);
    runs.thread.start();
    return runs;
  }

  int ended() {
    return ended.get();
  }

  private void keepRunning() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new IOException("a run was answered by " + status);
        }
        ended.incrementAndGet();
      }
    } catch (IOException e) {
      System.out.println("No runs any more: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
