package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/**
 * Bytes sent to a server as they are, and what comes back until it closes the connection or begins
 * a stream of events.
 */
record RawCall(String answer) {

  private static final int PATIENCE_MILLIS = 30_000;

  static RawCall send(int port, String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      write(socket, request);
      return new RawCall(read(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request without a body that asks for the connection to be closed. */
  static RawCall get(int port, String path, String host) {
    return send(
        port, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  /** Returns the status of the first answer, 0 if the server closed without one. */
  int status() {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  private static void write(Socket socket, String request) throws IOException {
    try {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server may answer and close before it has read all; its answer is what counts.
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        answer.append(new String(buffer, 0, n, ISO_8859_1));
        if (answer.indexOf("Content-Type: " + EventStreams.CONTENT_TYPE) >= 0) {
          break;
        }
      }
    } catch (SocketException e) {
      // A reset after the answer.
    }
    return answer.toString();
  }
}
