package io.assetsync.postgres;

import static io.assetsync.postgres.generated.Tables.SOURCE_ASPECT;
import static io.assetsync.postgres.generated.Tables.SOURCE_BOOKMARK;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceState;
import io.assetsync.postgres.generated.tables.records.SourceAspectRecord;
import io.assetsync.postgres.generated.tables.records.SourceBookmarkRecord;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The state of the source as rows, read and written in the transactions of a session. */
final class SourceStates {

  private SourceStates() {}

  static SourceState read(SchemaConnection connection) {
    DSLContext sql = DSL.using(connection.jdbc(), SQLDialect.POSTGRES);
    List<Aspect> aspects =
        sql.selectFrom(SOURCE_ASPECT)
            .orderBy(SOURCE_ASPECT.POSITION)
            .fetch(
                row ->
                    new Aspect(
                        row.getName(),
                        row.getValue(),
                        SourceIdentity.Meaning.valueOf(row.getMeaning().toUpperCase(Locale.ROOT))));
    Map<String, Bookmark> bookmarks =
        sql.selectFrom(SOURCE_BOOKMARK).fetchMap(SOURCE_BOOKMARK.TYPE, SourceStates::bookmark);
    return new SourceState(new SourceIdentity(aspects), bookmarks);
  }

  static void write(SourceState state, SchemaConnection connection) {
    DSLContext sql = DSL.using(connection.jdbc(), SQLDialect.POSTGRES);
    sql.deleteFrom(SOURCE_ASPECT).execute();
    sql.deleteFrom(SOURCE_BOOKMARK).execute();
    List<SourceAspectRecord> aspects = new ArrayList<>();
    for (Aspect aspect : state.identity().aspects()) {
      aspects.add(
          new SourceAspectRecord(
              aspect.name(),
              aspects.size(),
              aspect.value(),
              aspect.meaning().name().toLowerCase(Locale.ROOT)));
    }
    sql.batchInsert(aspects).execute();
    sql.batchInsert(
            state.bookmarks().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList())
        .execute();
  }

  private static Bookmark bookmark(SourceBookmarkRecord row) {
    return new Bookmark(
        row.getHighestId(),
        Optional.ofNullable(row.getWatermark()).map(OffsetDateTime::toInstant),
        KeySet.of(Arrays.stream(row.getUnlisted()).mapToLong(Long::longValue)));
  }

  private static SourceBookmarkRecord row(String type, Bookmark bookmark) {
    return new SourceBookmarkRecord(
        type,
        bookmark.highestKey(),
        bookmark.watermark().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
        bookmark.unlisted().stream().boxed().toArray(Long[]::new));
  }
}
