package io.assetsync.snipeit;

import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * Texts as they are stored in Snipe-IT, from texts as its API sends them. An empty text is null.
 *
 * <p>U+0000 and unpaired surrogates, which PostgreSQL cannot hold, are dropped everywhere.
 */
final class Text {

  private static final String[] ENTITIES = {"&amp;", "&quot;", "&#039;", "&lt;", "&gt;"};
  private static final char[] CHARACTERS = {'&', '"', '\'', '<', '>'};

  private Text() {}

  /** Reads a text that is sent as it is. */
  static @Nullable String raw(String text) {
    int odd = firstOdd(text, 0);
    if (odd == text.length()) {
      return text.isEmpty() ? null : text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    while (odd < text.length()) {
      kept.append(text, from, odd);
      from = odd;
      if (isSurrogatePair(text, odd)) {
        from = odd + 2;
        kept.append(text, odd, from);
      } else {
        from = odd + 1;
      }
      odd = firstOdd(text, from);
    }
    kept.append(text, from, text.length());
    return kept.isEmpty() ? null : kept.toString();
  }

  /**
   * Undoes Laravel's escaping: its five entities, once. Stored text may itself hold entities, so
   * nothing else is decoded and nothing twice.
   */
  static @Nullable String unescaped(String text) {
    int ampersand = text.indexOf('&');
    if (ampersand < 0) {
      return raw(text);
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int from = 0;
    while (ampersand >= 0) {
      decoded.append(text, from, ampersand);
      int entity = entityAt(text, ampersand);
      decoded.append(entity < 0 ? '&' : CHARACTERS[entity]);
      from = ampersand + (entity < 0 ? 1 : ENTITIES[entity].length());
      ampersand = text.indexOf('&', from);
    }
    return raw(decoded.append(text, from, text.length()).toString());
  }

  /** Reads the plain text out of the HTML that Snipe-IT renders notes to. */
  static @Nullable String withoutMarkup(String html) {
    String text = html.indexOf('<') < 0 ? html : withoutTags(html);
    return raw(text.indexOf('&') < 0 ? text : HtmlEscape.unescapeHtml(text));
  }

  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder(html.length());
    int from = 0;
    int lastEnd = html.lastIndexOf('>');
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', from)) {
      int end = tag < lastEnd && isTag(html, tag) ? html.indexOf('>', tag) : -1;
      text.append(html, from, end < 0 ? tag + 1 : tag);
      from = end < 0 ? tag + 1 : end + 1;
    }
    return text.append(html, from, html.length()).toString();
  }

  /** Older versions leave a lone "less than" in the text. */
  private static boolean isTag(String html, int start) {
    if (start + 1 >= html.length()) {
      return false;
    }
    char next = html.charAt(start + 1);
    return Character.isLetter(next) || next == '/' || next == '!';
  }

  private static int entityAt(String text, int ampersand) {
    for (int i = 0; i < ENTITIES.length; i++) {
      if (text.startsWith(ENTITIES[i], ampersand)) {
        return i;
      }
    }
    return -1;
  }

  private static int firstOdd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isSurrogatePair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
