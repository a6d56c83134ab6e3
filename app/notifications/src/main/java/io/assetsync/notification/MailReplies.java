package io.assetsync.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Tells what a mail server's refusal means. */
final class MailReplies {

  private MailReplies() {}

  static Reply of(MessagingException thrown) {
    if (thrown instanceof SendFailedException partly && hasSent(partly)) {
      return Reply.delivered("it took the mail, but not for every recipient");
    }
    if (thrown instanceof AuthenticationFailedException) {
      return Reply.never("it refused user and password");
    }
    int code = code(thrown);
    if (code > 0) {
      String detail = "it answered with code " + code;
      return code / 100 == 5 ? Reply.never(detail) : Reply.notNow(detail);
    }
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return Reply.notNow(IoWords.of(io));
      }
    }
    return Reply.notNow("it broke off or cannot do what is asked, such as STARTTLS");
  }

  private static boolean hasSent(SendFailedException thrown) {
    return thrown.getValidSentAddresses() != null && thrown.getValidSentAddresses().length > 0;
  }

  /** Returns the first code of a server in a chain of exceptions, or 0 if there is none. */
  private static int code(MessagingException thrown) {
    for (@Nullable Exception next = thrown;
        next instanceof MessagingException messaging;
        next = messaging.getNextException()) {
      if (next instanceof SMTPSendFailedException failed && failed.getReturnCode() > 0) {
        return failed.getReturnCode();
      }
      if (next instanceof SMTPAddressFailedException failed) {
        return failed.getReturnCode();
      }
    }
    return 0;
  }
}
