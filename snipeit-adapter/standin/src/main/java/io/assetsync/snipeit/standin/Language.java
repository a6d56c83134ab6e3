package io.assetsync.snipeit.standin;

import org.jspecify.annotations.Nullable;

/**
 * A language of the few words that Snipe-IT's API translates: those behind a number of months, for
 * an encrypted value, for the types of categories and for what was done.
 */
public enum Language {
  ENGLISH {
    @Override
    String word(String english) {
      return english;
    }
  },

  GERMAN {
    @Override
    String word(String english) {
      return switch (english) {
        case "months" -> "Monate";
        // PHP changes the case of ASCII letters only.
        case "ENCRYPTED" -> "VERSCHLüSSELT";
        case "Accessory" -> "Zubehör";
        case "License" -> "Lizenz";
        case "Consumable" -> "Verbrauchsmaterial";
        case "Component" -> "Komponente";
        case "create new" -> "erstellen";
        case "delete" -> "löschen";
        case "restore" -> "wiederherstellen";
        case "checkout" -> "herausgeben";
        case "checkin from" -> "zurücknehmen von";
        case "audit" -> "prüfung";
        case "added seats" -> "plätze hinzugefügt";
        case "deleted seats" -> "gelöschte plätze";
        default -> english;
      };
    }
  };

  abstract String word(String english);

  /** The language of a user, or the site's if the user has none. */
  static Language of(@Nullable String locale, Language site) {
    if (locale == null || locale.isEmpty()) {
      return site;
    }
    return locale.startsWith("de") ? GERMAN : ENGLISH;
  }
}
