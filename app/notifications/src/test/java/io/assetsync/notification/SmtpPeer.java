package io.assetsync.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A real SMTP server with STARTTLS, TLS and PLAIN login, that can be told what to answer. */
final class SmtpPeer implements AutoCloseable {

  /**
   * A mail as it came in.
   *
   * @param secured whether it came over TLS
   * @param login the answer to AUTH PLAIN as it was sent
   */
  record Mail(boolean secured, String login, List<String> recipients, String data) {}

  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final boolean implicitTls;
  private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  private SmtpPeer(@Nullable SSLContext tls, boolean implicitTls) {
    this.tls = tls;
    this.implicitTls = implicitTls;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  static SmtpPeer plain() {
    return new SmtpPeer(null, false);
  }

  static SmtpPeer startingTls(SSLContext tls) {
    return new SmtpPeer(tls, false);
  }

  static SmtpPeer speakingTls(SSLContext tls) {
    return new SmtpPeer(tls, true);
  }

  /** Answers a command, such as {@code RCPT TO:<a@example.org>}, so; empty for never. */
  SmtpPeer answering(String command, String answer) {
    answers.put(command.toUpperCase(Locale.ROOT), answer);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  Mail take() throws InterruptedException {
    Mail mail = mails.poll(10, TimeUnit.SECONDS);
    if (mail == null) {
      throw new AssertionError("no mail came");
    }
    return mail;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
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
      new Conversation(implicitTls ? secured(socket) : socket, implicitTls).hold();
    } catch (IOException e) {
      // The caller is gone, as some tests want it to be.
      mails.size();
    }
  }

  private Socket secured(Socket socket) throws IOException {
    if (tls == null) {
      throw new IOException("no TLS");
    }
    SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private final class Conversation {
    private final boolean secured;
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private final List<String> recipients = new ArrayList<>();
    private String login = "";

    private Conversation(Socket socket, boolean secured) throws IOException {
      this.socket = socket;
      this.secured = secured;
      this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      this.out = socket.getOutputStream();
    }

    private void hold() throws IOException {
      if (!secured || implicitTls) {
        say(answers.getOrDefault("GREETING", "220 peer ready"));
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (answers.containsKey(command)) {
          say(answers.getOrDefault(command, ""));
        } else if (command.equals("STARTTLS")) {
          say("220 go");
          new Conversation(SmtpPeer.this.secured(socket), true).hold();
          return;
        } else if (command.equals("DATA")) {
          takeMail();
        } else {
          say(answer(line, command));
        }
      }
    }

    private String answer(String line, String command) {
      if (command.startsWith("EHLO")) {
        boolean offersTls = tls != null && !secured;
        return (offersTls ? "250-peer\r\n250-STARTTLS" : "250-peer") + "\r\n250 AUTH PLAIN";
      }
      if (command.startsWith("AUTH PLAIN ")) {
        login = line.substring("AUTH PLAIN ".length());
        return answers.getOrDefault("AUTH", "235 welcome");
      }
      if (command.startsWith("RCPT TO:")) {
        recipients.add(line.substring("RCPT TO:".length()));
      }
      return command.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private void takeMail() throws IOException {
      say("354 go on");
      StringBuilder data = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        data.append(line).append('\n');
      }
      mails.add(new Mail(secured, login, List.copyOf(recipients), data.toString()));
      say(answers.getOrDefault("MAIL", "250 taken"));
    }

    private void say(String text) throws IOException {
      if (!text.isEmpty()) {
        out.write((text + "\r\n").getBytes(US_ASCII));
        out.flush();
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "smtp-peer");
    thread.setDaemon(true);
    thread.start();
  }
}
