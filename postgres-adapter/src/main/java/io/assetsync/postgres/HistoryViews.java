package io.assetsync.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * The migration that makes the views and functions on the history, after all that have a version.
 *
 * <p>It is repeated when a described type has changed, and then replaces what is there, so that
 * views and grants of others on it stay.
 */
final class HistoryViews implements JavaMigration {

  // The driver takes all that follows BEGIN ATOMIC for one statement.
  private static final List<String> FUNCTIONS =
      List.of(
          """
      create or replace function refuse_time(kind text, "at" timestamptz, kept_since timestamptz)
      returns boolean language plpgsql stable parallel safe as $$
      begin
        raise exception using
          errcode = 'invalid_parameter_value',
          message = case
            when kept_since is null
              then format('Nothing has been published of %s, so its past cannot be told.', kind)
            else format(
              'The history of %s begins at %s and cannot tell what was at %s.',
              kind, kept_since, "at")
          end;
      end $$;
      comment on function refuse_time is 'Fails with a sentence that says how far the history goes.';
      """,
          """
      create or replace function history_reaches(kind text, "at" timestamptz)
      returns boolean language sql stable parallel safe
      begin atomic
        select
          case
            when history_reaches."at" >= history_extent.kept_since then true
            else refuse_time(history_extent.kind, history_reaches."at", history_extent.kept_since)
          end
        from history_extent
        where history_extent.kind = history_reaches.kind;
      end
      """,
          """
      comment on function history_reaches is
        'True if all is known about a kind at a time; fails if not: see history_extent.'
      """);

  private static final List<String> OF_KIND =
      List.of(
          """
      create or replace view %1$s_version as
      select changed_at as valid_from, null::timestamptz as valid_to, null::bigint as ended_run, %2$s
      from %1$s
      union all
      select changed_at, valid_to, ended_run, %2$s
      from %1$s_history;

      comment on view %1$s_version is
        'Every version of every row of %1$s, the present ones and those of %1$s_history.';
      comment on column %1$s_version.valid_from is 'When the row became so: changed_at. Of the first load of an empty mirror, when it began.';
      comment on column %1$s_version.valid_to is
        'When it became another; at that time it was no more. Null for the present version.';
      comment on column %1$s_version.ended_run is
        'Run that made it another: run.id. Null for the present version.'
      """,
          """
      create or replace function %1$s_as_of("at" timestamptz)
      returns setof %1$s_version language sql stable parallel safe
      begin atomic
        select changed_at, null::timestamptz, null::bigint, %2$s
        from %1$s
        where changed_at <= %1$s_as_of."at" and history_reaches('%1$s', %1$s_as_of."at")
        union all
        select changed_at, valid_to, ended_run, %2$s
        from %1$s_history
        where changed_at <= %1$s_as_of."at" and valid_to > %1$s_as_of."at"
        and history_reaches('%1$s', %1$s_as_of."at");
      end
      """,
          """
      comment on function %1$s_as_of is
        'The rows of %1$s as they were at a time, as versions. Fails for a time before the history begins: see history_extent.'
      """);

  /** Columns of the tables in their order there: a view can only grow at its end. */
  private static final String COLUMNS =
      """
      select string_agg(quote_ident(live.attname), ', ' order by live.attnum)
      from pg_attribute live
      join pg_attribute past on past.attname = live.attname
      where live.attrelid = to_regclass(?) and live.attnum > 0 and not live.attisdropped
      and past.attrelid = to_regclass(?) and past.attnum > 0 and not past.attisdropped
      """;

  /** The comments that columns of a view do not have, and those of its table do. */
  private static final String COMMENTS =
      """
      select string_agg(
        format('comment on column %I.%I is %L', seen.attrelid::regclass, seen.attname,
          col_description(live.attrelid, live.attnum)), '; ')
      from pg_attribute seen
      join pg_attribute live on live.attname = seen.attname
      where seen.attrelid = to_regclass(?) and live.attrelid = to_regclass(?)
      """;

  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return "history views";
  }

  @Override
  public Integer getChecksum() {
    CRC32 checksum = new CRC32();
    Stream.of(
            FUNCTIONS.stream(),
            EntityTypes.all().stream().flatMap(type -> ofKind(type, attributes(type)).stream()),
            Stream.of(ChangeView.create()))
        .flatMap(statements -> statements)
        .forEach(statement -> checksum.update(statement.getBytes(UTF_8)));
    return (int) checksum.getValue();
  }

  private static String attributes(EntityType type) {
    return type.attributes().stream().map(Attribute::name).collect(Collectors.joining(", "));
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      for (String function : FUNCTIONS) {
        statement.execute(function);
      }
      for (EntityType type : EntityTypes.all()) {
        String table = type.name();
        String columns = text(connection, COLUMNS, table, table + "_history");
        for (String part : ofKind(type, columns)) {
          statement.execute(part);
        }
        statement.execute(text(connection, COMMENTS, table + "_version", table));
      }
      statement.execute(ChangeView.create());
    }
  }

  private static List<String> ofKind(EntityType type, String columns) {
    return OF_KIND.stream().map(part -> part.formatted(type.name(), columns)).toList();
  }

  private static String text(Connection connection, String query, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
