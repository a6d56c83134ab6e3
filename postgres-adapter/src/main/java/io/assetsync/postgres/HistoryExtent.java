package io.assetsync.postgres;

import io.assetsync.core.model.EntityType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** When each kind was published, in the transactions of a session. */
final class HistoryExtent {

  private static final String NEXT =
      "select greatest(?, max(published_at) + interval '1 microsecond') from history_extent";

  private static final String PUBLISHED =
      """
      update history_extent set
        published_at = ?,
        kept_since = case when kept_since is null or kind = any (?) then ? else kept_since end
      where kind = any (?)
      """;

  private HistoryExtent() {}

  /**
   * Returns the time of the next publication: the given one, unless the clock has gone back behind
   * the last publication. So no version ends before it began.
   */
  static OffsetDateTime next(Instant now, SchemaConnection connection) throws SQLException {
    OffsetDateTime earliest = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return connection.value(OffsetDateTime.class, NEXT, earliest).orElse(earliest);
  }

  /**
   * Notes a publication.
   *
   * @param types all that were published
   * @param loaded those of them whose rows are dated from before the publication, so that their
   *     past begins with it
   */
  static void published(
      OffsetDateTime at,
      Collection<EntityType> types,
      Collection<EntityType> loaded,
      SchemaConnection connection)
      throws SQLException {
    connection.update(PUBLISHED, at, names(loaded), at, names(types));
  }

  private static String[] names(Collection<EntityType> types) {
    return types.stream().map(EntityType::name).toArray(String[]::new);
  }
}
