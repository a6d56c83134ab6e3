package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;

/** Many clients that follow the events, on one thread. */
final class EventLoad {

  private EventLoad() {}

  /** Prints threads and heap at the start, each minute and at the end, and what the clients got. */
  static void follow(URI url, int clients, Duration duration)
      throws IOException, InterruptedException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < clients; i++) {
        connect(url, selector);
      }
      long bytes = read(selector, Duration.ofSeconds(5));
      print(url, selector, bytes);
      for (int minute = 0; minute < duration.toMinutes(); minute++) {
        bytes += read(selector, Duration.ofMinutes(1));
        print(url, selector, bytes);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
  }

  private static void connect(URI url, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
    String request = "GET /sync/events HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
  }

  /** Returns how many bytes came. */
  private static long read(Selector selector, Duration duration) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    long bytes = 0;
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      selector.select(left);
      for (SelectionKey key : selector.selectedKeys()) {
        int came = ((SocketChannel) key.channel()).read(buffer.clear());
        bytes += Math.max(0, came);
        if (came < 0) {
          key.channel().close();
        }
      }
      selector.selectedKeys().clear();
    }
    return bytes;
  }

  private static void print(URI url, Selector selector, long bytes)
      throws IOException, InterruptedException {
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "%d clients, %.1f MB of events; here %d threads, %.1f MB of heap%n",
        selector.keys().size(),
        bytes / 1e6,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
    String metrics =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url.resolve("/metrics")).build(), BodyHandlers.ofString())
            .body();
    metrics
        .lines()
        .filter(
            line -> line.matches("(jvm_threads_current |jvm_memory_used_bytes\\{area=\"heap).*"))
        .forEach(line -> System.out.println("  the service: " + line));
  }
}
