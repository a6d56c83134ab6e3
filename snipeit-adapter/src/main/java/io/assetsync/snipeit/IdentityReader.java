package io.assetsync.snipeit;

import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceIdentity.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what the Snipe-IT is, who the token's user is, and how far its activity log has got; in
 * three calls at most.
 */
final class IdentityReader {

  private static final Logger LOG = LoggerFactory.getLogger(IdentityReader.class);
  private static final String ACTIVITY = "reports/activity";
  private static final Map<String, String> NEWEST =
      Map.of("sort", "id", "order", "desc", "limit", "1");

  private final Calls calls;

  IdentityReader(Calls calls) {
    this.calls = calls;
  }

  /** Returns the identity of a Snipe-IT whose token belongs to the given user. */
  SourceIdentity identity(TokenUser user) {
    List<Aspect> aspects = new ArrayList<>();
    aspects.add(new Aspect("the version of Snipe-IT", version(), Meaning.VERSION));
    aspects.addAll(user.aspects());
    highestActivity()
        .map(id -> new Aspect("the highest activity id", String.valueOf(id), Meaning.COUNTER))
        .ifPresent(aspects::add);
    return new SourceIdentity(aspects);
  }

  TokenUser user() {
    return calls.user(new TokenUserDecoder()).orThrow();
  }

  private String version() {
    Answer<String> version = calls.version(new TextField("version"));
    return version instanceof Answer.Failed<String> failed
            && failed.failure().trouble() == Trouble.UNKNOWN_PATH
        ? "unknown, before 6.1"
        : version.orThrow();
  }

  /** A single bad row of the log makes Snipe-IT fail on it, which must not end the run. */
  private Optional<Long> highestActivity() {
    Answer<Long> highest = calls.list(ACTIVITY, NEWEST, new HighestId());
    if (highest instanceof Answer.Failed<Long> failed) {
      Failure failure = failed.failure();
      if (failure.trouble() == Trouble.FORBIDDEN || failure.trouble() == Trouble.UNKNOWN_PATH) {
        return Optional.empty();
      }
      if (failure.trouble().repeat() == Trouble.Repeat.SMALLER) {
        LOG.warn("How far the activity log has got cannot be told: {}", failure.sentence());
        return Optional.empty();
      }
    }
    return Optional.of(highest.orThrow());
  }
}
