package io.assetsync.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** A mail server on the loopback address that lets nobody in. */
final class SmtpRefusal implements AutoCloseable {

  private final ServerSocket server;
  private final CountDownLatch refused = new CountDownLatch(1);

  SmtpRefusal() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "smtp-refusal");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Tells whether somebody has shown a password. */
  boolean hasRefused() {
    return refused.getCount() == 0;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        answer(client);
      } catch (IOException e) {
        // Either the client has gone, or this has ended.
        continue;
      }
    }
  }

  private void answer(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
    say(client, "220 refusal.example.org ESMTP");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.toUpperCase(Locale.ROOT);
      if (command.startsWith("EHLO")) {
        say(client, "250-refusal.example.org\r\n250 AUTH PLAIN");
      } else if (command.startsWith("AUTH")) {
        say(client, "535 5.7.8 not with " + line.substring(line.lastIndexOf(' ') + 1));
        refused.countDown();
      } else {
        say(client, "250 fine");
      }
    }
  }

  private static void say(Socket client, String reply) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((reply + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
