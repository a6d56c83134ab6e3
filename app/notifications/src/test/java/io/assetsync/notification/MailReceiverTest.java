package io.assetsync.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.model.Secret;
import io.assetsync.notification.MailConfig.Encryption;
import io.assetsync.notification.SmtpPeer.Mail;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class MailReceiverTest {

  private static SSLContext tls;

  private final Deadlines deadlines = new Deadlines();

  @BeforeAll
  static void makeKey(@TempDir Path directory) throws Exception {
    tls = ServerTls.in(directory);
  }

  @AfterEach
  void close() {
    deadlines.close();
  }

  @Test
  void mail_holdsTheNotice() throws Exception {
    try (SmtpPeer peer = SmtpPeer.plain()) {
      Notice notice = Samples.held();

      Reply reply = receiver(peer.port(), Encryption.NONE, "").send(notice);

      Mail mail = peer.take();
      assertThat(reply.status()).isEqualTo(Reply.Status.DELIVERED);
      assertThat(mail.recipients()).containsExactly("<it@example.org>", "<ops@example.org>");
      assertThat(mail.data())
          .contains("Subject: [Asset Sync] Run 13 held something back")
          .contains("From: Asset Sync <sync@example.org>")
          .contains("Message-ID: <" + notice.id() + "@asset-sync>")
          .contains("Auto-Submitted: auto-generated")
          .contains("Held back: 40 asset")
          .contains("What to do: If they are really gone: asset-sync sync --approve 13")
          .contains("https://sync.example.org/assets/sync/runs/13");
    }
  }

  @Test
  void startTls_isUsedBeforeTheLogin() throws Exception {
    try (SmtpPeer peer = SmtpPeer.startingTls(tls)) {
      Reply reply = receiver(peer.port(), Encryption.STARTTLS, "sync").send(Samples.failed());

      Mail mail = peer.take();
      assertThat(reply.status()).isEqualTo(Reply.Status.DELIVERED);
      assertThat(mail.secured()).isTrue();
      assertThat(new String(Base64.getDecoder().decode(mail.login()), UTF_8))
          .endsWith("\0sync\0s3cr3t word");
    }
  }

  @Test
  void tls_isUsedFromTheFirstByte() throws Exception {
    try (SmtpPeer peer = SmtpPeer.speakingTls(tls)) {
      Reply reply = receiver(peer.port(), Encryption.TLS, "sync").send(Samples.failed());

      assertThat(reply.status()).isEqualTo(Reply.Status.DELIVERED);
      assertThat(peer.take().secured()).isTrue();
    }
  }

  @Test
  void serverWithoutStartTls_isNotGivenThePassword() throws Exception {
    try (SmtpPeer peer = SmtpPeer.plain()) {
      Reply reply = receiver(peer.port(), Encryption.STARTTLS, "sync").send(Samples.failed());

      assertThat(reply)
          .isEqualTo(Reply.notNow("it broke off or cannot do what is asked, such as STARTTLS"));
    }
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS", "TLS"})
  void certificateThatIsNotTrusted_isNotUsed(Encryption encryption) throws Exception {
    try (SmtpPeer peer =
        encryption == Encryption.TLS ? SmtpPeer.speakingTls(tls) : SmtpPeer.startingTls(tls)) {
      Reply reply = receiver(peer.port(), encryption, "", Trust.ofJava()).send(Samples.failed());

      assertThat(reply)
          .isEqualTo(Reply.notNow("its certificate is not trusted, or it does not speak TLS"));
    }
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS", "TLS"})
  void certificateOfAnotherHost_isNotUsed(Encryption encryption) throws Exception {
    try (SmtpPeer peer =
        encryption == Encryption.TLS ? SmtpPeer.speakingTls(tls) : SmtpPeer.startingTls(tls)) {
      MailConfig config = config("127.0.0.1", peer.port(), encryption, "");

      Reply reply = receiver(config, () -> tls).send(Samples.failed());

      assertThat(reply)
          .isEqualTo(Reply.notNow("its certificate is not trusted, or it does not speak TLS"));
    }
  }

  @Test
  void refusedLogin_isFinal() throws Exception {
    try (SmtpPeer peer = SmtpPeer.plain().answering("AUTH", "535 no")) {
      Reply reply = receiver(peer.port(), Encryption.NONE, "sync").send(Samples.failed());

      assertThat(reply).isEqualTo(Reply.never("it refused user and password"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 452 full, NOT_NOW",
    "MAIL, 554 no spam, NEVER",
    "GREETING, 421 busy, NOT_NOW",
    "RSET, 250 ok, DELIVERED"
  })
  void code_decidesWhetherToTryAgain(String command, String answer, Reply.Status expected)
      throws Exception {
    try (SmtpPeer peer = SmtpPeer.plain().answering(command, answer)) {
      Reply reply = receiver(peer.port(), Encryption.NONE, "").send(Samples.failed());

      assertThat(reply.status()).isEqualTo(expected);
    }
  }

  @Test
  void refusedRecipient_doesNotKeepOthersFromBeingTold() throws Exception {
    try (SmtpPeer peer =
        SmtpPeer.plain().answering("RCPT TO:<ops@example.org>", "550 nobody here")) {
      Reply reply = receiver(peer.port(), Encryption.NONE, "").send(Samples.failed());

      assertThat(reply).isEqualTo(Reply.delivered("it took the mail, but not for every recipient"));
      assertThat(peer.take().recipients()).containsExactly("<it@example.org>");
    }
  }

  @Test
  void refusalOfEveryRecipient_isFinal() throws Exception {
    try (SmtpPeer peer =
        SmtpPeer.plain()
            .answering("RCPT TO:<it@example.org>", "550 nobody here")
            .answering("RCPT TO:<ops@example.org>", "550 nobody here")) {
      Reply reply = receiver(peer.port(), Encryption.NONE, "").send(Samples.failed());

      assertThat(reply).isEqualTo(Reply.never("it answered with code 550"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "MAIL"})
  void silence_endsTheAttempt(String command) throws Exception {
    try (SmtpPeer peer = SmtpPeer.plain().answering(command, "")) {
      Reply reply = receiver(peer.port(), Encryption.NONE, "").send(Samples.failed());

      assertThat(reply.status()).isEqualTo(Reply.Status.NOT_NOW);
    }
  }

  @Test
  void drip_endsTheAttempt() throws Exception {
    try (HttpPeer peer = new HttpPeer().always(HttpPeer.drip())) {
      // A greeting without end: the peer waits for a request first, so the EHLO is one to it.
      MailConfig config = config("127.0.0.1", peer.url("").getPort(), Encryption.NONE, "");

      Reply reply = receiver(config, () -> tls).send(Samples.failed());

      assertThat(reply.status()).isEqualTo(Reply.Status.NOT_NOW);
    }
  }

  @Test
  void refusedConnection_isToldWithoutTheAddress() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }

    assertThat(receiver(nobody, Encryption.NONE, "").send(Samples.failed()))
        .isEqualTo(Reply.notNow("no connection could be made"));
  }

  @Test
  void lineBreaks_cannotBecomeHeadersOrCommands() throws Exception {
    Notice evil =
        new Notice(
            UUID.randomUUID(),
            NoticeKind.FAILURE,
            Samples.NOON,
            "Run\r\nBcc: eve@example.org\r\n\r\nhi",
            "text\r\n.\r\nMAIL FROM:<eve@example.org>",
            "",
            Optional.empty(),
            Optional.empty());
    try (SmtpPeer peer = SmtpPeer.plain()) {
      receiver(peer.port(), Encryption.NONE, "").send(evil);

      Mail mail = peer.take();
      assertThat(mail.recipients()).hasSize(2);
      String headers = mail.data().substring(0, mail.data().indexOf("\n\n"));
      assertThat(headers.lines()).noneMatch(line -> line.startsWith("Bcc"));
      assertThat(mail.data()).contains("\n..\nMAIL FROM:<eve@example.org>");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "it",
        "it@",
        "@example.org",
        "a@example.org, b@example.org",
        "it@example.org\r\nBcc: eve@example.org",
        "it@example.org\nX: y",
        "list: a@example.org;",
        "it@example.org>",
        "\"a\r\n\"@example.org",
        "it @example.org"
      })
  void whatIsNotOneAddress_isRefusedWithoutBeingShown(String text) {
    assertThatThrownBy(() -> MailConfig.requireAddress(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this is not one mail address; expected one such as it@example.org");
  }

  @Test
  void config_doesNotShowAddressesNorPassword() {
    assertThat(config("mail.example.org", 587, Encryption.STARTTLS, "sync").toString())
        .isEqualTo("MailConfig[mail.example.org:587, STARTTLS]");
  }

  private MailReceiver receiver(int port, Encryption encryption, String user) {
    return receiver(port, encryption, user, () -> tls);
  }

  private MailReceiver receiver(int port, Encryption encryption, String user, Trust trust) {
    return receiver(config("localhost", port, encryption, user), trust);
  }

  private MailReceiver receiver(MailConfig config, Trust trust) {
    return new MailReceiver(config, NoticeKind.choosable(), trust, Samples.SHORT, deadlines);
  }

  private static MailConfig config(String host, int port, Encryption encryption, String user) {
    return new MailConfig(
        host,
        port,
        encryption,
        user,
        new Secret("s3cr3t word"),
        "Asset Sync <sync@example.org>",
        List.of("it@example.org", "ops@example.org"));
  }
}
