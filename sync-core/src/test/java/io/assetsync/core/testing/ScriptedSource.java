package io.assetsync.core.testing;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import io.assetsync.core.source.SourceIdentity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A source that lists what it was told to.
 *
 * <p>Told what to do by the thread of the test before a run, used by the thread of the run. It
 * insists on what the port asks of its callers: one snapshot open at a time.
 */
public final class ScriptedSource implements AssetSource {

  private final Map<EntityType, Script> scripts = new LinkedHashMap<>();
  private final Map<EntityType, Scope> scopes = new HashMap<>();
  private Supplier<SourceIdentity> identity = () -> SourceIdentity.UNKNOWN;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong openSnapshots = new AtomicLong();

  /** Makes a source of these types; it lists nothing of them, completely, until told otherwise. */
  public ScriptedSource(EntityType... types) {
    for (EntityType type : types) {
      scripts.put(type, new Script());
    }
  }

  /** Lists these pages, completely; what was said of the type before is forgotten. */
  public ScriptedSource lists(EntityType type, Page... pages) {
    scripts.put(type, new Script(pages));
    return this;
  }

  /** Ends the listing of the type with this completeness. */
  public ScriptedSource ends(EntityType type, Completeness completeness) {
    script(type).completeness = completeness;
    return this;
  }

  /**
   * Throws instead of delivering a page.
   *
   * @param page counted from 1; one more than there are pages means the end of the listing
   */
  public ScriptedSource failsAt(EntityType type, int page, RuntimeException failure) {
    return before(
        type,
        page,
        () -> {
          throw failure;
        });
  }

  /**
   * Runs something on the thread of the run before it gets a page.
   *
   * @param page counted from 1; one more than there are pages means the end of the listing
   */
  public ScriptedSource before(EntityType type, int page, Runnable action) {
    script(type).actions.put(page, action);
    return this;
  }

  /** Leaves this behind at the end of the listing of the type. */
  public ScriptedSource leaves(EntityType type, Bookmark bookmark) {
    script(type).bookmark = bookmark;
    return this;
  }

  /** Remarks this at the end of the listing of the type. */
  public ScriptedSource remarks(EntityType type, String... remarks) {
    script(type).remarks = List.of(remarks);
    return this;
  }

  /** Says from now on that this is what it is; the supplier may throw. */
  public ScriptedSource is(Supplier<SourceIdentity> newIdentity) {
    identity = newIdentity;
    return this;
  }

  /** Returns in which scope the type was opened last. To be called when no run is under way. */
  public Scope scope(EntityType type) {
    return Objects.requireNonNull(scopes.get(type), "never opened");
  }

  /** Returns how often a page, or the end of a listing, was asked for. Usable from any thread. */
  public long requests() {
    return requests.get();
  }

  /** Tells whether a snapshot is open. Usable from any thread. */
  public boolean isOpen() {
    return openSnapshots.get() > 0;
  }

  @Override
  public String name() {
    return "a scripted source";
  }

  @Override
  public List<EntityType> types() {
    return List.copyOf(scripts.keySet());
  }

  @Override
  public SourceIdentity identity() {
    return identity.get();
  }

  @Override
  public Snapshot open(EntityType type, Scope scope) {
    scopes.put(type, scope);
    Script script = script(type);
    if (openSnapshots.getAndIncrement() > 0) {
      throw new IllegalStateException("another snapshot is open");
    }
    return new ScriptedSnapshot(script, requests::incrementAndGet, openSnapshots::decrementAndGet);
  }

  private Script script(EntityType type) {
    Script script = scripts.get(type);
    if (script == null) {
      throw new IllegalArgumentException("the source has no " + type);
    }
    return script;
  }

  /** What to do about one type; guarded by being told before it is used. */
  static final class Script {

    final List<Page> pages;
    final Map<Integer, Runnable> actions = new LinkedHashMap<>();
    Completeness completeness = Completeness.COMPLETE;
    Bookmark bookmark = Bookmark.NONE;
    List<String> remarks = List.of();

    Script(Page... pages) {
      this.pages = List.of(pages);
    }
  }
}
