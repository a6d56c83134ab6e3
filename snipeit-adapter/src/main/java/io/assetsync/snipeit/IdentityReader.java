package io.assetsync.snipeit;

import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceIdentity.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what the Snipe-IT is, who the token's user is, and how far its activity log has got; in
 * three calls at most, and a fourth for a user whom a company scope might hide something from.
 */
final class IdentityReader {

  private static final Logger LOG = LoggerFactory.getLogger(IdentityReader.class);
  private static final String ACTIVITY = "reports/activity";
  private static final String COMPANIES = "companies";
  private static final Map<String, String> FIRST_PAGE =
      Map.of("sort", "id", "order", "asc", "limit", "500");
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
    if (!user.isSuperuser()) {
      aspects.add(new Aspect("seeing rows of other companies", seesOthers(user), Meaning.VIEW));
    }
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

  /**
   * Tells whether a company other than the user's counts anything. If not, there may be nothing to
   * count, or a company scope hides it: whether there is one, Snipe-IT does not tell.
   */
  private String seesOthers(TokenUser user) {
    Answer<Set<Long>> companies = calls.list(COMPANIES, FIRST_PAGE, new CompaniesInUse());
    if (companies instanceof Answer.Failed<Set<Long>> failed
        && failed.failure().trouble() == Trouble.FORBIDDEN) {
      return "not known";
    }
    return companies.orThrow().stream().allMatch(user.companies()::contains)
        ? "not possible"
        : "possible";
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
