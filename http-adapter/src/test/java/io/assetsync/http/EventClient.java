package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A client that follows the events, one socket and nothing else. Used by one thread. */
final class EventClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final BufferedReader in;

  EventClient(int port, String... headers) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket
          .getOutputStream()
          .write(
              ("GET /sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more + "\r\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines of the head of the answer. */
  List<String> head() {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    return lines;
  }

  /** Waits for the next event of a name and returns its data. */
  String next(String event) {
    String name = "";
    for (String line = line(); ; line = line()) {
      if (line.equals("end")) {
        throw new AssertionError("the events ended before " + event);
      }
      if (line.startsWith("event: ")) {
        name = line.substring("event: ".length());
      }
      if (line.startsWith("data: ") && name.equals(event)) {
        return line.substring("data: ".length());
      }
    }
  }

  /** Waits until the server ends the answer. */
  void awaitEnd() {
    String line = line();
    while (!line.equals("end")) {
      line = line();
    }
  }

  /** Returns the next line, {@code end} after the last. */
  private String line() {
    try {
      String line = in.readLine();
      return line == null ? "end" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
