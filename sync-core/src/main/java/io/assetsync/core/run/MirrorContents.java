package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunChanges.FieldChange;
import io.assetsync.core.run.RunChanges.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the mirror holds, in words for people: things that are referred to are given by the names
 * that they have now.
 *
 * <p>Usable from any thread. Every method throws {@link io.assetsync.core.error.StoreException}
 * when the mirror cannot be read, and those that take a time throw {@link
 * io.assetsync.core.error.PastUnknownException} for one before the history begins.
 */
public interface MirrorContents {

  /**
   * Returns how many rows each type has, in the order of the types; types that have none, and never
   * had any since then, are left out.
   *
   * @param since from when on earlier numbers are wanted
   */
  List<TypeTotal> totals(Instant since);

  /**
   * Returns assets by ascending key.
   *
   * @param after only those with larger keys; empty for the first page
   * @param max the number of assets at most, from 1
   */
  AssetPage assets(AssetFilter filter, Optional<EntityKey> after, int max);

  /**
   * Returns an asset, or empty if there is none, or was none at the time.
   *
   * @param at the time as of which it is shown; empty for now
   */
  Optional<AssetDetail> asset(EntityKey key, Optional<Instant> at);

  /**
   * Returns what runs changed in an asset, newest first; none if it is not known.
   *
   * @param before only changes by earlier runs; empty for the newest
   * @param max the number of changes at most, from 1
   */
  List<AssetChange> changes(EntityKey key, Optional<RunId> before, int max);

  /**
   * How many rows there are of a type.
   *
   * @param type the name of the type
   * @param rows by life cycle, without those that are gone; life cycles without rows are left out
   * @param series what full runs read, the last of each day in UTC, oldest first
   */
  record TypeTotal(String type, Map<LifeCycle, Long> rows, List<Reading> series) {

    public TypeTotal {
      requireNonNull(type, "type");
      rows = Map.copyOf(rows);
      series = List.copyOf(series);
    }
  }

  /**
   * How many rows of a type a run read.
   *
   * @param at when the run ended
   */
  record Reading(Instant at, long rows) {}

  /**
   * Which assets are wanted: those that meet every condition.
   *
   * @param text what tag, serial, name, or the name of whoever has it, hold in whatever case; empty
   *     if that does not matter
   * @param lifeCycle empty for all but those that are gone
   * @param at the time as of which the assets are looked at; empty for now
   */
  record AssetFilter(String text, Optional<LifeCycle> lifeCycle, Optional<Instant> at) {

    /** All assets that are not gone, as they are now. */
    public static final AssetFilter NONE = new AssetFilter("", Optional.empty(), Optional.empty());

    public AssetFilter {
      requireNonNull(text, "text");
      requireNonNull(lifeCycle, "lifeCycle");
      requireNonNull(at, "at");
    }
  }

  /**
   * Some assets.
   *
   * @param total how many meet the filter, on all pages
   */
  record AssetPage(List<AssetSummary> assets, long total) {

    public AssetPage {
      assets = List.copyOf(assets);
    }
  }

  /**
   * An asset in a line.
   *
   * @param tag empty if it has none, as all texts here are
   * @param names names of what it refers to, by what that is to the asset
   * @param assignment who or what has it
   */
  record AssetSummary(
      EntityKey key,
      Optional<String> tag,
      Optional<String> name,
      Optional<String> serial,
      LifeCycle lifeCycle,
      Names names,
      Optional<Assignment> assignment) {}

  /** Names of what an asset refers to; empty where that is nothing, or is not known. */
  record Names(
      Optional<String> status,
      Optional<String> model,
      Optional<String> category,
      Optional<String> company,
      Optional<String> location) {}

  /**
   * Who or what has an asset.
   *
   * @param type {@code user}, {@code location} or {@code asset}
   * @param name empty if it is not known
   */
  record Assignment(String type, Optional<String> name) {}

  /**
   * An asset with its values.
   *
   * @param label its tag and name, or else its serial; empty if it has none of them
   * @param version since when it has been so
   * @param fields those with a value, in their order, custom fields by name after the others
   */
  record AssetDetail(
      EntityKey key, String label, LifeCycle lifeCycle, Version version, List<Field> fields) {

    public AssetDetail {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A state of a row.
   *
   * @param firstSeenRun the run that found the row first
   * @param changedRun the run that made it so
   * @param changedAt when that was
   * @param removedAt when it was found to be gone; empty unless it is
   */
  record Version(
      RunId firstSeenRun, RunId changedRun, Instant changedAt, Optional<Instant> removedAt) {}

  /**
   * An attribute with its value.
   *
   * @param attribute its name, or the name of a custom field
   * @param reference what the value is the name of; empty if it refers to nothing
   * @param isCustom whether it is a custom field
   */
  record Field(String attribute, String value, Optional<Reference> reference, boolean isCustom) {}

  /**
   * Something that is referred to.
   *
   * @param type the name of its type
   */
  record Reference(String type, EntityKey key) {}

  /**
   * What a run changed in an asset.
   *
   * @param at when that was
   * @param fields as in {@link RunChanges.RowChange}
   */
  record AssetChange(RunId run, Instant at, Operation operation, List<FieldChange> fields) {

    public AssetChange {
      fields = List.copyOf(fields);
    }
  }
}
