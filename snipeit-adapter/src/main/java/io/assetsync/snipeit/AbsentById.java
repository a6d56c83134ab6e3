package io.assetsync.snipeit;

import io.assetsync.core.model.AccessoryCheckoutAttributes;
import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.ComponentAssignmentAttributes;
import io.assetsync.core.model.ConsumableAssignmentAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.KitElementAttributes;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Confirmation;
import io.assetsync.core.source.Doubt;
import io.assetsync.core.source.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks by id for rows that no list showed.
 *
 * <p>What Snipe-IT denies is gone, but for one case: a user's company scope hides rows in the very
 * same way. It shows where rows vanish that were in use a run before, of types whose deleted rows
 * Snipe-IT lists: they would have had to be deleted and purged since.
 */
final class AbsentById {

  private static final Logger LOG = LoggerFactory.getLogger(AbsentById.class);

  private static final Set<EntityType> WITHOUT_OWN_PATH =
      Set.of(
          ActivityAttributes.TYPE,
          LicenseSeatAttributes.TYPE,
          AccessoryCheckoutAttributes.TYPE,
          ConsumableAssignmentAttributes.TYPE,
          ComponentAssignmentAttributes.TYPE,
          KitElementAttributes.TYPE);

  private static final Set<EntityType> SCOPED_WITH_WASTE_BIN =
      Set.of(AssetAttributes.TYPE, UserAttributes.TYPE, LicenseAttributes.TYPE);

  private final Calls calls;
  private final AssetsById assets;
  private final Supplier<TokenUser> user;
  private final int parallel;

  /**
   * @param user the token's user; asked for only if there is something to doubt
   * @param parallel how many calls are made at a time
   */
  AbsentById(Calls calls, AssetsById assets, Supplier<TokenUser> user, int parallel) {
    this.calls = calls;
    this.assets = assets;
    this.user = user;
    this.parallel = parallel;
  }

  static boolean canBeAsked(EntityType type) {
    return !WITHOUT_OWN_PATH.contains(type);
  }

  Confirmation confirm(EntityType type, Absence absence) {
    try (ReaderThreads reader = new ReaderThreads(parallel)) {
      Map<Long, Future<Optional<Page>>> asked = new LinkedHashMap<>();
      absence.keys().stream().forEach(key -> asked.put(key, reader.begin(() -> find(type, key))));
      List<Long> denied = new ArrayList<>();
      List<Page> found = new ArrayList<>();
      asked.forEach(
          (key, answer) ->
              ReaderThreads.await(answer).ifPresentOrElse(found::add, () -> denied.add(key)));
      KeySet gone = KeySet.of(denied.stream().mapToLong(Long::longValue));
      KeySet vanished = absence.live().where(gone::contains);
      List<Doubt> doubts =
          vanished.isEmpty() || !SCOPED_WITH_WASTE_BIN.contains(type)
              ? List.of()
              : ReaderThreads.await(reader.begin(() -> doubts(type, vanished)));
      return new Confirmation(gone, together(type, found), doubts);
    }
  }

  /**
   * Returns what there is of the row, or empty if Snipe-IT denies it. Only assets have the same
   * form here as in their list; of others no more is taken than that they exist.
   */
  private Optional<Page> find(EntityType type, long key) {
    if (type == AssetAttributes.TYPE) {
      return assets.find(key);
    }
    boolean exists = calls.one(Kind.of(type).path(), key, new ById(key)).orThrow();
    return exists ? Optional.of(nothing(type)) : Optional.empty();
  }

  private static Page together(EntityType type, List<Page> found) {
    return type == AssetAttributes.TYPE ? AssetsById.together(found) : nothing(type);
  }

  private static Page nothing(EntityType type) {
    return new Page(type, List.of(), List.of());
  }

  private List<Doubt> doubts(EntityType type, KeySet vanished) {
    TokenUser who = user.get();
    if (who.isSuperuser()) {
      LOG.info("{} of {} were purged: {}", vanished.size(), type, vanished);
      return List.of();
    }
    return List.of(
        new Doubt(
            Doubt.Kind.VANISHED,
            type
                + " "
                + vanished
                + " were in use, and now Snipe-IT denies them without listing them as deleted:"
                + " either they were deleted and purged since, or the token's user, who is in "
                + who.company()
                + " and no superuser, does not see them any more because of their company"));
  }
}
