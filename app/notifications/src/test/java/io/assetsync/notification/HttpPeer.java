package io.assetsync.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real HTTP server on raw sockets, so that it can also answer badly, slowly or never. */
final class HttpPeer implements AutoCloseable {

  /** How a call is answered. */
  @FunctionalInterface
  interface Behaviour {
    void answer(OutputStream out, CountDownLatch closing) throws IOException, InterruptedException;
  }

  /** A call as it came in, headers by lower-case name. */
  record Received(String line, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, UTF_8);
    }
  }

  private final ServerSocket server;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Behaviour> next = new ConcurrentLinkedQueue<>();
  private volatile Behaviour otherwise = status(200);

  HttpPeer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  static Behaviour status(int status, String... headers) {
    String head = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return (out, closing) ->
        out.write(
            ("HTTP/1.1 "
                    + status
                    + " S\r\nConnection: close\r\n"
                    + head
                    + "Content-Length: 2\r\n\r\nok")
                .getBytes(ISO_8859_1));
  }

  /** Takes the call and says nothing, ever. */
  static Behaviour silence() {
    return (out, closing) -> closing.await();
  }

  /** Sends a header a letter at a time, without end. */
  static Behaviour drip() {
    return (out, closing) -> {
      out.write("HTTP/1.1 200 S\r\nX-Long: ".getBytes(ISO_8859_1));
      while (!closing.await(20, TimeUnit.MILLISECONDS)) {
        out.write('a');
        out.flush();
      }
    };
  }

  /** Answers the next call so. */
  HttpPeer then(Behaviour behaviour) {
    next.add(behaviour);
    return this;
  }

  /** Answers all calls so that nothing else is said about. */
  HttpPeer always(Behaviour behaviour) {
    otherwise = behaviour;
    return this;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  Received take() throws InterruptedException {
    Received call = received.poll(10, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no call came");
    }
    return call;
  }

  int waiting() {
    return received.size();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
  }

  private void accept() {
    while (closing.getCount() > 0) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      received.add(read(socket.getInputStream()));
      Behaviour behaviour = next.poll();
      (behaviour == null ? otherwise : behaviour).answer(socket.getOutputStream(), closing);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException | InterruptedException e) {
      // The caller has given up, as some tests want it to.
      closing.getCount();
    }
  }

  private static Received read(InputStream in) throws IOException {
    String line = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String[] parts = header.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Received(line, headers, in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "http-peer");
    thread.setDaemon(true);
    thread.start();
  }
}
