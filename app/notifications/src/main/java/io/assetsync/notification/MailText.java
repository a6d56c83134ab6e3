package io.assetsync.notification;

import java.util.Map;

/** A notice as a plain text mail. */
final class MailText {

  private static final int MAX_SUBJECT = 120;

  private MailText() {}

  /** Returns one line, whatever the title holds. */
  static String subject(Notice notice) {
    String line = "[Asset Sync] " + notice.title().replaceAll("\\p{Cntrl}+", " ");
    return line.length() > MAX_SUBJECT ? line.substring(0, MAX_SUBJECT) : line;
  }

  static String body(Notice notice) {
    StringBuilder text = new StringBuilder(notice.text()).append("\n\n");
    for (Map.Entry<String, String> fact : Facts.of(notice).entrySet()) {
      text.append(fact.getKey()).append(": ").append(fact.getValue()).append('\n');
    }
    if (!notice.advice().isEmpty()) {
      text.append('\n').append("What to do: ").append(notice.advice()).append('\n');
    }
    notice.link().ifPresent(link -> text.append('\n').append(link).append('\n'));
    return text.toString();
  }
}
