package io.assetsync.snipeit.standin;

/**
 * The settings of a Snipe-IT site that change what its API shows. An administrator can change them
 * at any moment and the API does not tell, so a stand-in takes new ones while it runs.
 *
 * @param archivedInList whether the plain asset list shows archived assets too
 * @param companyScope whether users see the rows of their own company only ("full multiple company
 *     support"); superusers always see everything
 * @param europeanNumbers whether money reads {@code 1.234,56} instead of {@code 1,234.56}
 */
public record SiteSettings(boolean archivedInList, boolean companyScope, boolean europeanNumbers) {

  /** A fresh installation: archived assets hidden, no company scope, {@code 1,234.56}. */
  public static final SiteSettings DEFAULT = new SiteSettings(false, false, false);

  public SiteSettings withArchivedInList(boolean shown) {
    return new SiteSettings(shown, companyScope, europeanNumbers);
  }

  public SiteSettings withCompanyScope(boolean scoped) {
    return new SiteSettings(archivedInList, scoped, europeanNumbers);
  }

  public SiteSettings withEuropeanNumbers(boolean european) {
    return new SiteSettings(archivedInList, companyScope, european);
  }
}
