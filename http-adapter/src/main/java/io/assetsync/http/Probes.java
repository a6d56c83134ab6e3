package io.assetsync.http;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks probes side by side and waits for them a bounded while. Usable from any thread.
 *
 * <p>A probe is asked once at a time, and callers who come meanwhile share its answer, so a probe
 * that hangs costs one thread and not one a call.
 */
final class Probes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

  private final List<Watched> probes;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newCachedThreadPool(Probes::thread);

  Probes(List<HealthProbe> probes, Duration timeout) {
    this.probes = probes.stream().map(Watched::new).toList();
    this.timeout = timeout;
  }

  /** How one probe found its part. */
  record Finding(String name, Health health) {}

  /** Asks the probes whose names are wanted. */
  List<Finding> check(Predicate<String> wanted) {
    List<Watched> asked = probes.stream().filter(probe -> wanted.test(probe.name())).toList();
    List<CompletableFuture<Health>> answers = asked.stream().map(Watched::ask).toList();
    long deadline = System.nanoTime() + timeout.toNanos();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      findings.add(new Finding(asked.get(i).name(), await(answers.get(i), deadline)));
    }
    return findings;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Health await(CompletableFuture<Health> answer, long deadline) {
    try {
      return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Health.down("no answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.down("the service is stopping");
    } catch (ExecutionException e) {
      LOG.error("A probe failed, which it never should", e.getCause());
      return Health.down("the probe failed; the log has the details");
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "asset-sync-probe");
    thread.setDaemon(true);
    return thread;
  }

  private final class Watched {

    private final HealthProbe probe;
    private CompletableFuture<Health> answer = CompletableFuture.completedFuture(Health.up(""));

    Watched(HealthProbe probe) {
      this.probe = probe;
    }

    String name() {
      return probe.name();
    }

    synchronized CompletableFuture<Health> ask() {
      if (answer.isDone()) {
        answer = CompletableFuture.supplyAsync(probe::check, threads);
      }
      return answer;
    }
  }
}
