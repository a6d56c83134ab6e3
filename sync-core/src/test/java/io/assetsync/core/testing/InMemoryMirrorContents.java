package io.assetsync.core.testing;

import static java.util.Comparator.comparing;

import io.assetsync.core.error.PastUnknownException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.CategoryAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.model.StatusLabelAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link InMemoryAssetStore} holds. Custom fields are shown as one value. A run published
 * when it ended; one that the log does not have, as many seconds after {@link Samples#NOON} as its
 * number. Usable from any thread.
 */
public final class InMemoryMirrorContents implements MirrorContents {

  private static final EntityType ASSET = AssetAttributes.TYPE;
  private static final Set<Outcome> PUBLISHED =
      EnumSet.of(Outcome.APPLIED, Outcome.UNCHANGED, Outcome.HELD);

  private final InMemoryAssetStore store;
  private final InMemoryRunLog runs;
  private final RunChanges changes;

  public InMemoryMirrorContents(InMemoryAssetStore store, InMemoryRunLog runs) {
    this.store = store;
    this.runs = runs;
    this.changes = new InMemoryRunChanges(store);
  }

  @Override
  public List<TypeTotal> totals(Instant since) {
    return EntityTypes.all().stream()
        .map(type -> new TypeTotal(type.name(), rows(type), series(type, since)))
        .filter(total -> !total.rows().isEmpty() || !total.series().isEmpty())
        .toList();
  }

  private Map<LifeCycle, Long> rows(EntityType type) {
    Map<LifeCycle, Long> rows = new EnumMap<>(LifeCycle.class);
    store.rows(type).forEach(row -> rows.merge(row.entity().lifeCycle(), 1L, Long::sum));
    rows.remove(LifeCycle.GONE);
    return rows;
  }

  private List<Reading> series(EntityType type, Instant since) {
    Map<LocalDate, Reading> days = new TreeMap<>();
    runs.latest(Integer.MAX_VALUE).stream()
        .filter(run -> run.request().mode() == RunMode.FULL && PUBLISHED.contains(run.outcome()))
        .filter(run -> !ended(run).isBefore(since))
        .forEach(
            run ->
                run.types().stream()
                    .filter(part -> part.type().equals(type.name()))
                    .map(TypeReport::reading)
                    .filter(part -> part.completeness().equals("complete"))
                    .forEach(
                        part ->
                            days.putIfAbsent(
                                LocalDate.ofInstant(ended(run), ZoneOffset.UTC),
                                new Reading(ended(run), part.rows()))));
    return List.copyOf(days.values());
  }

  private static Instant ended(RunReport run) {
    return run.finishedAt().orElseThrow();
  }

  @Override
  public AssetPage assets(AssetFilter filter, Optional<EntityKey> after, int max) {
    List<AssetSummary> found =
        versions(filter.at())
            .map(MirroredRow::entity)
            .filter(asset -> isWanted(asset, filter.lifeCycle()))
            .map(this::summary)
            .filter(asset -> holds(asset, filter.text()))
            .toList();
    return new AssetPage(
        found.stream()
            .filter(asset -> after.map(key -> asset.key().compareTo(key) > 0).orElse(true))
            .limit(max)
            .toList(),
        found.size());
  }

  private static boolean isWanted(Entity asset, Optional<LifeCycle> lifeCycle) {
    return lifeCycle
        .map(wanted -> asset.lifeCycle() == wanted)
        .orElse(asset.lifeCycle() != LifeCycle.GONE);
  }

  private static boolean holds(AssetSummary asset, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return text.isEmpty()
        || Stream.of(
                asset.tag(),
                asset.serial(),
                asset.name(),
                asset.assignment().flatMap(Assignment::name))
            .flatMap(Optional::stream)
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
  }

  @Override
  public Optional<AssetDetail> asset(EntityKey key, Optional<Instant> at) {
    return versions(at).filter(row -> row.entity().key().equals(key)).findFirst().map(this::detail);
  }

  @Override
  public List<AssetChange> changes(EntityKey key, Optional<RunId> before, int max) {
    return allVersions()
        .filter(row -> row.entity().key().equals(key))
        .map(MirroredRow::changedRun)
        .filter(run -> before.map(last -> run.value() < last.value()).orElse(true))
        .sorted(comparing(RunId::value).reversed())
        .limit(max)
        .flatMap(
            run ->
                changes
                    .rows(
                        run,
                        new RunChanges.Filter(Optional.of(ASSET.name()), Optional.empty()),
                        RunChanges.Cursor.START,
                        Integer.MAX_VALUE)
                    .stream()
                    .filter(row -> row.key().equals(key))
                    .map(
                        row -> new AssetChange(run, published(run), row.operation(), row.fields())))
        .toList();
  }

  /** Returns assets by ascending key, as they were at a time. */
  private Stream<MirroredRow> versions(Optional<Instant> at) {
    if (at.isEmpty()) {
      return store.rows(ASSET).stream();
    }
    Instant first =
        allVersions()
            .map(row -> published(row.changedRun()))
            .min(Instant::compareTo)
            .orElseThrow(() -> new PastUnknownException("no run has published assets"));
    if (at.get().isBefore(first)) {
      throw new PastUnknownException(
          "the history of assets begins at %s and cannot tell what was at %s"
              .formatted(first, at.get()));
    }
    Map<EntityKey, MirroredRow> then = new TreeMap<>();
    allVersions()
        .filter(row -> !published(row.changedRun()).isAfter(at.get()))
        .forEach(
            row ->
                then.merge(
                    row.entity().key(),
                    row,
                    (one, other) ->
                        one.changedRun().value() > other.changedRun().value() ? one : other));
    return then.values().stream();
  }

  private Stream<MirroredRow> allVersions() {
    return Stream.concat(
        store.rows(ASSET).stream(), store.history(ASSET).stream().map(SupersededRow::row));
  }

  private Instant published(RunId run) {
    return runs.find(run)
        .flatMap(RunReport::finishedAt)
        .orElse(Samples.NOON.plusSeconds(run.value()));
  }

  private AssetSummary summary(Entity asset) {
    Optional<Entity> model = referenced(asset, AssetAttributes.MODEL_ID, ModelAttributes.TYPE);
    return new AssetSummary(
        asset.key(),
        Optional.ofNullable(asset.get(AssetAttributes.ASSET_TAG)),
        Optional.ofNullable(asset.get(AssetAttributes.NAME)),
        Optional.ofNullable(asset.get(AssetAttributes.SERIAL)),
        asset.lifeCycle(),
        new Names(
            name(referenced(asset, AssetAttributes.STATUS_LABEL_ID, StatusLabelAttributes.TYPE)),
            name(model),
            name(
                model.flatMap(
                    found ->
                        referenced(found, ModelAttributes.CATEGORY_ID, CategoryAttributes.TYPE))),
            name(referenced(asset, AssetAttributes.COMPANY_ID, CompanyAttributes.TYPE)),
            name(referenced(asset, AssetAttributes.LOCATION_ID, LocationAttributes.TYPE))),
        assignment(asset));
  }

  private Optional<Assignment> assignment(Entity asset) {
    return assignment(asset, "user", AssetAttributes.ASSIGNED_USER_ID, UserAttributes.TYPE)
        .or(
            () ->
                assignment(
                    asset,
                    "location",
                    AssetAttributes.ASSIGNED_LOCATION_ID,
                    LocationAttributes.TYPE))
        .or(() -> assignment(asset, "asset", AssetAttributes.ASSIGNED_ASSET_ID, ASSET));
  }

  private Optional<Assignment> assignment(
      Entity asset, String word, Attribute<Long> attribute, EntityType type) {
    return Optional.ofNullable(asset.get(attribute))
        .map(key -> new Assignment(word, name(referenced(asset, attribute, type))));
  }

  private AssetDetail detail(MirroredRow row) {
    Entity asset = row.entity();
    Instant changedAt = published(row.changedRun());
    return new AssetDetail(
        asset.key(),
        Stream.of(AssetAttributes.ASSET_TAG, AssetAttributes.NAME)
            .map(asset::get)
            .filter(Objects::nonNull)
            .reduce((tag, name) -> tag + " " + name)
            .orElse(Objects.requireNonNullElse(asset.get(AssetAttributes.SERIAL), "")),
        asset.lifeCycle(),
        new Version(
            row.firstSeenRun(),
            row.changedRun(),
            changedAt,
            Optional.of(changedAt).filter(at -> asset.lifeCycle() == LifeCycle.GONE)),
        fields(asset));
  }

  private List<Field> fields(Entity asset) {
    List<Field> fields = new ArrayList<>();
    for (Attribute<?> attribute : ASSET.attributes()) {
      Object value = asset.get(attribute);
      if (value != null && !value.equals(Json.EMPTY_OBJECT)) {
        Optional<EntityType> type = attribute.referencedType().flatMap(EntityTypes::named);
        fields.add(
            new Field(
                attribute.name(),
                type.flatMap(found -> name(find(found, (Long) value))).orElse(value.toString()),
                type.map(found -> new Reference(found.name(), new EntityKey((Long) value))),
                attribute == AssetAttributes.CUSTOM_FIELDS));
      }
    }
    return fields;
  }

  private Optional<Entity> referenced(Entity from, Attribute<Long> attribute, EntityType type) {
    return find(type, from.get(attribute));
  }

  private Optional<Entity> find(EntityType type, @Nullable Long key) {
    return store.rows(type).stream()
        .map(MirroredRow::entity)
        .filter(entity -> key != null && entity.key().value() == key)
        .findFirst();
  }

  private static Optional<String> name(Optional<Entity> entity) {
    return entity.flatMap(
        found ->
            Stream.of("asset_tag", "first_name", "name", "username")
                .flatMap(name -> found.type().attribute(name).stream())
                .map(found::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst());
  }
}
