package io.assetsync.snipeit;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import java.time.Instant;
import java.util.Optional;

/** What the log of activities tells about other types. */
interface Mentions {

  /** A log that nobody may read or has read. */
  Mentions NONE =
      new Mentions() {
        @Override
        public KeySet of(EntityType type) {
          return KeySet.empty();
        }

        @Override
        public Optional<Instant> newest() {
          return Optional.empty();
        }
      };

  /** Returns the entities of a type that the log has mentioned since the last run. */
  KeySet of(EntityType type);

  /** Returns the time of the newest activity. */
  Optional<Instant> newest();
}
