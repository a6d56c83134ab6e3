package io.assetsync.snipeit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Answers each call with a beginning at once and then with a blank every few milliseconds. */
final class DrippingServer implements AutoCloseable {

  private static final int PAUSE_MILLIS = 5;

  private final ServerSocket server;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

  DrippingServer(String beginning) throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    threads.execute(() -> accept(beginning.getBytes(StandardCharsets.US_ASCII)));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept(byte[] beginning) {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        OutputStream out = client.getOutputStream();
        out.write(beginning);
        threads.scheduleAtFixedRate(() -> drip(out), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (IOException e) {
        return;
      }
    }
  }

  /** What it throws ends its repetition. */
  private static void drip(OutputStream out) {
    try {
      out.write(' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
