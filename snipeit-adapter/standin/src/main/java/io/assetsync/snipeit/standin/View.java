package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What one user sees of the content at one moment.
 *
 * @param site as the viewer sees it: in the viewer's language
 * @param query the parameters of the request
 * @param url the address of the installation, without a slash at the end
 * @param now wall time of the server
 */
record View(
    Content content,
    Viewer viewer,
    SiteSettings site,
    Query query,
    String url,
    LocalDateTime now,
    Tallies tallies) {

  /** A row of another table, if it exists, is not deleted and is not hidden by company scope. */
  @Nullable Row live(String kind, int id) {
    Row row = withDeleted(kind, id);
    return row == null || row.deleted() ? null : row;
  }

  /** A row of another table even if it is deleted. */
  @Nullable Row withDeleted(String kind, int id) {
    if (id == 0) {
      return null;
    }
    Row row = content.row(kind, id);
    return row != null && sees(Kinds.named(kind), row) ? row : null;
  }

  boolean sees(Kind kind, Row row) {
    BiPredicate<Row, View> scope = kind.scope();
    return scope == null || !site.companyScope() || viewer.isSuperuser() || scope.test(row, this);
  }

  boolean can(String right) {
    return viewer.can(right);
  }

  /** An English word in the viewer's language. */
  String word(String english) {
    return site.language().word(english);
  }

  int count(Tally tally, int id) {
    return tallies.of(tally, this).getOrDefault(id, 0);
  }
}
