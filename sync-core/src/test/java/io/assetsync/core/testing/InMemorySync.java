package io.assetsync.core.testing;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.AssetSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine between a {@link ScriptedSource} and an {@link InMemoryAssetStore}, under the standard
 * policy. Set up by the thread of the test before a run.
 */
public final class InMemorySync {

  private final ScriptedSource source;
  private final InMemoryAssetStore store;
  private final InMemoryRunLog runs = new InMemoryRunLog();
  private final RecordingListener listener = new RecordingListener();
  private final SteppingClock clock = SteppingClock.stepping(Samples.NOON, Duration.ofSeconds(1));
  private final List<SyncListener> listeners = new ArrayList<>();
  private AssetSource reading;
  private SyncPolicy policy = SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT));

  /**
   * @param types what is synchronised, in order
   */
  public InMemorySync(EntityType... types) {
    source = new ScriptedSource(types);
    store = new InMemoryAssetStore(source.types());
    reading = source;
    listeners.add(listener);
  }

  public ScriptedSource source() {
    return source;
  }

  public InMemoryAssetStore store() {
    return store;
  }

  public InMemoryRunLog runs() {
    return runs;
  }

  /** Returns the listener that is told of every run. */
  public RecordingListener listener() {
    return listener;
  }

  /** Returns the clock, which moves a second with each reading. */
  public SteppingClock clock() {
    return clock;
  }

  /** Makes later engines read from another source, such as one around {@link #source}. */
  public InMemorySync reading(AssetSource other) {
    reading = other;
    return this;
  }

  public InMemorySync under(SyncPolicy otherPolicy) {
    policy = otherPolicy;
    return this;
  }

  /** Makes later engines tell another listener, before the recording one. */
  public InMemorySync telling(SyncListener other) {
    listeners.add(listeners.size() - 1, other);
    return this;
  }

  public SyncEngine engine() {
    return engine(SyncEngine.DEFAULT_TIME_LIMIT);
  }

  /** Returns an engine whose runs may take this long. */
  public SyncEngine engine(Duration timeLimit) {
    return new SyncEngine(reading, store, policy, runs, listeners, clock, timeLimit);
  }

  /** Does a full run on the calling thread. */
  public RunReport sync() {
    return engine().sync(RunRequest.full("test"));
  }

  /** Does a run that reads changes only, on the calling thread. */
  public RunReport syncChanges() {
    return engine().sync(new RunRequest("test", RunMode.CHANGES));
  }

  /** Does a full run that accepts the source as it is, on the calling thread. */
  public RunReport syncAccepting() {
    return engine().sync(new RunRequest("test", RunMode.FULL, true));
  }
}
