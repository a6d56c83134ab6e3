package io.assetsync.snipeit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * An HTTP proxy that asks for a user and password, tunnels what is sent by CONNECT, and passes
 * plain requests on.
 */
final class ConnectProxy implements AutoCloseable {

  private final String scheme;
  private final ServerSocket server;
  private final String authorization;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger passed = new AtomicInteger();

  ConnectProxy(String user, String password) throws IOException {
    this("http", ServerSocketFactory.getDefault(), user, password);
  }

  /**
   * @param scheme of its URL
   */
  ConnectProxy(String scheme, ServerSocketFactory sockets, String user, String password)
      throws IOException {
    this.scheme = scheme;
    server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    threads.execute(this::accept);
  }

  /** Returns the URL with a user and password, or without if the user is empty. */
  URI url(String user, String password) {
    String login = user.isEmpty() ? "" : user + ":" + password + "@";
    return URI.create(scheme + "://" + login + "127.0.0.1:" + server.getLocalPort());
  }

  /** Returns how many requests were let through. */
  int passed() {
    return passed.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        InputStream in = new BufferedInputStream(client.getInputStream())) {
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        if (!head.contains("Proxy-Authorization: " + authorization)) {
          client
              .getOutputStream()
              .write(
                  ("HTTP/1.1 407 Proxy Authentication Required\r\n"
                          + "Proxy-Authenticate: Basic realm=\"proxy\"\r\n"
                          + "Content-Length: 0\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
          continue;
        }
        passed.incrementAndGet();
        pass(head, in, client);
        return;
      }
    } catch (IOException e) {
      // The client has gone, or the test is over.
    }
  }

  private void pass(String head, InputStream in, Socket client) throws IOException {
    String[] request = head.split("\r\n", 2)[0].split(" ");
    boolean isTunnel = request[0].equals("CONNECT");
    URI target = URI.create(isTunnel ? "tunnel://" + request[1] : request[1]);
    try (Socket upstream = new Socket(target.getHost(), target.getPort())) {
      OutputStream out = client.getOutputStream();
      if (isTunnel) {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } else {
        upstream.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      }
      threads.execute(() -> copy(in, upstream));
      upstream.getInputStream().transferTo(out);
    }
  }

  private static void copy(InputStream in, Socket upstream) {
    try {
      in.transferTo(upstream.getOutputStream());
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
