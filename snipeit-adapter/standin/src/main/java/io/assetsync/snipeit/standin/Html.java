package io.assetsync.snipeit.standin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Snipe-IT's two ways of turning stored text into HTML inside its JSON. */
final class Html {

  private static final Pattern MARKDOWN =
      Pattern.compile(
          "`(?<code>[^`\n]+)`"
              + "|\\*\\*(?<strong>[^*\n]+)\\*\\*"
              + "|~~(?<del>[^~\n]+)~~"
              + "|(?<![*\\w])\\*(?<em>[^*\n]+)\\*(?!\\*)"
              + "|\\[(?<label>[^\\]\n]+)\\]\\((?<target>(?:[^()\\s]|\\([^()\\s]*\\))+)\\)"
              + "|(?<url>https?://[^\\s<>\"]+[^\\s<>\".,;:!?)])"
              + "|(?<entity>&(?:#?\\w+);)"
              + "|(?<broken>  +\n)"
              + "|(?<special>[&<>\"])");

  private static final char FIRST_NAMED = 160;

  /** The names of U+00A0 to U+00FF. */
  private static final String[] NAMED =
      ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
              + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34"
              + " iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc"
              + " Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times"
              + " Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde"
              + " auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth"
              + " ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml"
              + " yacute thorn yuml")
          .split(" ", -1);

  private Html() {}

  /** Laravel's {@code e()}: the five characters, entities that are already there included. */
  static String escape(String text) {
    int at = 0;
    while (at < text.length() && entity(text.charAt(at)).isEmpty()) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder html = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (; at < text.length(); at++) {
      String entity = entity(text.charAt(at));
      if (entity.isEmpty()) {
        html.append(text.charAt(at));
      } else {
        html.append(entity);
      }
    }
    return html.toString();
  }

  /**
   * As {@link #escape}, and the letters and signs of Latin-1 become named entities too, as PHP's
   * {@code htmlentities} does it.
   */
  static String entities(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (char character : escape(text).toCharArray()) {
      if (character >= FIRST_NAMED && character < FIRST_NAMED + NAMED.length) {
        html.append('&').append(NAMED[character - FIRST_NAMED]).append(';');
      } else {
        html.append(character);
      }
    }
    return html.toString();
  }

  /** The opposite of {@link #escape}: one pass over the five entities. */
  static String unescape(String html) {
    if (html.indexOf('&') < 0) {
      return html;
    }
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }

  /** Inline Markdown in Parsedown's safe mode, as far as the invented notes use it. */
  static String markdown(String text) {
    if (plain(text)) {
      return text;
    }
    Matcher matcher = MARKDOWN.matcher(text);
    StringBuilder html = new StringBuilder(text.length() + 32);
    while (matcher.find()) {
      matcher.appendReplacement(html, "");
      html.append(element(matcher));
    }
    return matcher.appendTail(html).toString();
  }

  /** Whether nothing in a text could be Markdown or need escaping. */
  private static boolean plain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if ("`*~[&<>\":\n".indexOf(text.charAt(at)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static String element(Matcher found) {
    for (String tag : new String[] {"code", "strong", "del", "em"}) {
      String inner = found.group(tag);
      if (inner != null) {
        String html = tag.equals("code") ? special(inner) : markdown(inner);
        return "<" + tag + ">" + html + "</" + tag + ">";
      }
    }
    if (found.group("label") != null) {
      return link(found.group("target"), markdown(found.group("label")));
    }
    if (found.group("url") != null) {
      return link(found.group("url"), special(found.group("url")));
    }
    if (found.group("entity") != null) {
      return found.group("entity");
    }
    if (found.group("broken") != null) {
      return "<br />\n";
    }
    return entity(found.group("special").charAt(0));
  }

  private static String link(String target, String label) {
    boolean safe = target.startsWith("http://") || target.startsWith("https://");
    String href = safe ? target : target.replace(":", "%3A");
    return "<a href=\"" + special(href) + "\">" + label + "</a>";
  }

  /** Escapes without the apostrophe, which Parsedown leaves alone. */
  private static String special(String text) {
    return escape(text).replace("&#039;", "'");
  }

  private static String entity(char character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&#039;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> "";
    };
  }
}
