package io.assetsync.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.notification.Deadlines.Deadline;
import io.assetsync.notification.MailConfig.Encryption;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails notices over SMTP, with a connection for each. */
final class MailReceiver implements Receiver {

  private static final Logger LOG = LoggerFactory.getLogger(MailReceiver.class);

  private final MailConfig config;
  private final Set<NoticeKind> kinds;
  private final Trust trust;
  private final Limits limits;
  private final Deadlines deadlines;

  MailReceiver(
      MailConfig config, Set<NoticeKind> kinds, Trust trust, Limits limits, Deadlines deadlines) {
    this.config = config;
    this.kinds = kinds;
    this.trust = trust;
    this.limits = limits;
    this.deadlines = deadlines;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public boolean wants(Notice notice) {
    return kinds.contains(notice.kind());
  }

  @Override
  public Reply send(Notice notice) {
    try (Socket socket = new Socket()) {
      Deadline deadline = deadlines.after(limits.total(), () -> closeQuietly(socket));
      try {
        return send(notice, socket);
      } catch (MessagingException e) {
        return deadline.passed() ? Reply.notNow("it took too long") : MailReplies.of(e);
      } catch (IOException e) {
        return Reply.notNow(deadline.passed() ? "it took too long" : IoWords.of(e));
      } finally {
        deadline.close();
      }
    } catch (IOException e) {
      return Reply.notNow(IoWords.of(e));
    }
  }

  private Reply send(Notice notice, Socket socket) throws IOException, MessagingException {
    SSLContext tls = trust.context();
    Session session = session(tls);
    SMTPTransport transport = new SMTPTransport(session, null);
    socket.setSoTimeout(millis(limits.read()));
    socket.connect(new InetSocketAddress(address(), config.port()), millis(limits.connect()));
    try {
      transport.connect(config.encryption() == Encryption.TLS ? secured(socket, tls) : socket);
      Message message = message(notice, session);
      transport.sendMessage(message, message.getAllRecipients());
      return Reply.delivered("it took the mail");
    } finally {
      // Whatever a server says to the farewell, the mail is out or is not.
      closeQuietly(socket);
    }
  }

  /**
   * STARTTLS compares the certificate with this name, which must not come from a reverse lookup.
   */
  private InetAddress address() throws IOException {
    return InetAddress.getByAddress(
        config.host(), InetAddress.getByName(config.host()).getAddress());
  }

  private Session session(SSLContext tls) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", config.host());
    properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
    properties.setProperty("mail.smtp.auth", Boolean.toString(!config.user().isEmpty()));
    boolean startsTls = config.encryption() == Encryption.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startsTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startsTls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
    return Session.getInstance(properties, login());
  }

  private Authenticator login() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(config.user(), config.password().reveal());
      }
    };
  }

  private Socket secured(Socket socket, SSLContext tls) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, config.host(), config.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private Message message(Notice notice, Session session) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            // The same for each attempt, so that a mailbox can tell repetitions.
            setHeader("Message-ID", "<" + notice.id() + "@asset-sync>");
          }
        };
    message.setFrom(new InternetAddress(config.from(), true));
    for (String recipient : config.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
    }
    message.setSubject(MailText.subject(notice), UTF_8.name());
    message.setSentDate(Date.from(notice.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(MailText.body(notice), UTF_8.name());
    message.saveChanges();
    return message;
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.trace("A connection could not be closed", e);
    }
  }
}
