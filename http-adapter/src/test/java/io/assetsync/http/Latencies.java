package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * How long requests took that were sent at fixed times, whatever became of those before them. The
 * time of a request counts from when it was due, so what a stalled server keeps waiting counts too.
 */
record Latencies(long[] sortedNanos) {

  private static final int CONNECTIONS = 16;

  int count() {
    return sortedNanos.length;
  }

  /** Returns the time within which a share of the requests was answered. */
  double millis(double share) {
    int at = Math.max(0, (int) Math.ceil(share * sortedNanos.length) - 1);
    return sortedNanos[at] / 1e6;
  }

  static Latencies measure(URI target, int perSecond, Duration duration)
      throws IOException, InterruptedException {
    int count = (int) (perSecond * duration.toSeconds());
    long[] nanos = new long[count];
    long interval = Duration.ofSeconds(1).toNanos() / perSecond;
    long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
    AtomicReference<IOException> failure = new AtomicReference<>();
    Thread[] senders = new Thread[CONNECTIONS];
    for (int c = 0; c < CONNECTIONS; c++) {
      int first = c;
      senders[c] =
          new Thread(
              () -> {
                try (Connection connection = new Connection(target)) {
                  for (int i = first; i < count; i += CONNECTIONS) {
                    long due = start + i * interval;
                    waitUntil(due);
                    connection.ask();
                    nanos[i] = System.nanoTime() - due;
                  }
                } catch (IOException e) {
                  failure.set(e);
                }
              },
              "load-" + c);
      senders[c].start();
    }
    for (Thread sender : senders) {
      sender.join();
    }
    if (failure.get() != null) {
      throw new IOException("not every request was answered", failure.get());
    }
    Arrays.sort(nanos);
    return new Latencies(nanos);
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** One connection that is kept. */
  private static final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;

    Connection(URI target) throws IOException {
      socket = new Socket(InetAddress.getByName(target.getHost()), target.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
      String path = target.getPath().isEmpty() ? "/" : target.getPath();
      request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
              .formatted(path, target.getAuthority())
              .getBytes(ISO_8859_1);
    }

    void ask() throws IOException {
      socket.getOutputStream().write(request);
      String status = line();
      if (!status.startsWith("HTTP/1.1 200")) {
        throw new IOException("the answer was " + status);
      }
      int length = -1;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      if (length >= 0) {
        in.readNBytes(length);
        return;
      }
      for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
        in.readNBytes(chunk);
        line();
      }
      line();
    }

    private int chunk() throws IOException {
      return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new IOException("the server closed the connection");
        }
        if (b != '\r') {
          line.append((char) b);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
