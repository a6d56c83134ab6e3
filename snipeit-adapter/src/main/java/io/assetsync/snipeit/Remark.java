package io.assetsync.snipeit;

/**
 * What there is to say about the values of one field.
 *
 * @param field the id of a custom field, or 0 for an attribute
 * @param name the label of the custom field, maybe empty, or the name of the attribute
 */
record Remark(Matter matter, long field, String name) {

  enum Matter {
    ENCRYPTED(
        "is encrypted and the token's user may not see it: %s as last known; the permission"
            + " assets.view.encrypted_custom_fields shows them"),
    UNDECRYPTABLE(
        "cannot be decrypted by Snipe-IT, most likely because its APP_KEY was changed: %s as last"
            + " known"),
    HIDDEN("is hidden from the token's user: %s as last known"),
    DAY_DOUBTFUL(
        "is a date that may stand for more than one day: %s as the text shown; set"
            + " SNIPEIT_DATE_FORMAT to the date format of the site, such as d/m/Y"),
    FORMAT_UNKNOWN(
        "is a date in a format that Snipe-IT does not offer: %s as the text shown; set"
            + " SNIPEIT_DATE_FORMAT to the date format of the site, such as d/m/Y");

    private final String text;

    Matter(String text) {
      this.text = text;
    }
  }

  static Remark ofCustomField(Matter matter, long field, String label) {
    return new Remark(matter, field, label);
  }

  static Remark ofAttribute(Matter matter, String name) {
    return new Remark(matter, 0, name);
  }

  /** Returns the remark on so many values. */
  String sentence(long values) {
    String subject =
        field == 0 ? name : "custom field " + field + (name.isEmpty() ? "" : " '" + name + "'");
    String stay = values == 1 ? "1 value stays" : values + " values stay";
    return subject + " " + String.format(matter.text, stay);
  }
}
