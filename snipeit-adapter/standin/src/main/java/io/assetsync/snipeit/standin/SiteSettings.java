package io.assetsync.snipeit.standin;

import java.util.Objects;

/**
 * The settings of a Snipe-IT site that change what its API shows. An administrator can change them
 * at any moment and the API does not tell, so a stand-in takes new ones while it runs. What comes
 * from a {@link Recording} is shown as it was recorded whatever they say, but for the version.
 *
 * @param archivedInList whether the plain asset list shows archived assets too
 * @param companyScope whether users see the rows of their own company only ("full multiple company
 *     support"); superusers always see everything
 * @param europeanNumbers whether money reads {@code 1.234,56} instead of {@code 1,234.56}
 * @param lastNameFirst whether some of the places that show a user's full name turn it round
 * @param dateFormat the PHP pattern of days for display, which dates in custom fields come in, too
 * @param language the language of a few words, for users without a {@code locale} of their own
 * @param version which Snipe-IT it is; to change it while it runs is an upgrade
 */
public record SiteSettings(
    boolean archivedInList,
    boolean companyScope,
    boolean europeanNumbers,
    boolean lastNameFirst,
    String dateFormat,
    Language language,
    Version version) {

  /**
   * A fresh installation of 8.1.4 in English: archived assets hidden, no company scope, {@code
   * 1,234.56}, {@code Thu Feb 29, 2024}.
   */
  public static final SiteSettings DEFAULT =
      new SiteSettings(false, false, false, false, "D M d, Y", Language.ENGLISH, Version.V8_1_4);

  public SiteSettings {
    Objects.requireNonNull(dateFormat, "dateFormat");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(version, "version");
  }

  public SiteSettings withArchivedInList(boolean shown) {
    return new SiteSettings(
        shown, companyScope, europeanNumbers, lastNameFirst, dateFormat, language, version);
  }

  public SiteSettings withCompanyScope(boolean scoped) {
    return new SiteSettings(
        archivedInList, scoped, europeanNumbers, lastNameFirst, dateFormat, language, version);
  }

  public SiteSettings withEuropeanNumbers(boolean european) {
    return new SiteSettings(
        archivedInList, companyScope, european, lastNameFirst, dateFormat, language, version);
  }

  public SiteSettings withLastNameFirst(boolean turned) {
    return new SiteSettings(
        archivedInList, companyScope, europeanNumbers, turned, dateFormat, language, version);
  }

  public SiteSettings withDateFormat(String pattern) {
    return new SiteSettings(
        archivedInList, companyScope, europeanNumbers, lastNameFirst, pattern, language, version);
  }

  public SiteSettings withLanguage(Language spoken) {
    return new SiteSettings(
        archivedInList, companyScope, europeanNumbers, lastNameFirst, dateFormat, spoken, version);
  }

  public SiteSettings withVersion(Version installed) {
    return new SiteSettings(
        archivedInList,
        companyScope,
        europeanNumbers,
        lastNameFirst,
        dateFormat,
        language,
        installed);
  }
}
