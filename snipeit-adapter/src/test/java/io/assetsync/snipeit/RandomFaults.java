package io.assetsync.snipeit;

import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import io.assetsync.snipeit.standin.ThrottleShape;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Random faults, of one request, of some or of all: every one that the stand-in knows but the empty
 * listing, for nobody can tell that from a list that is empty.
 */
final class RandomFaults {

  private static final List<Supplier<Fault>> FAULTS =
      List.of(
          Fault::unauthorized,
          Fault::forbidden,
          Fault::serverError,
          () -> Fault.serverErrorAbove(4),
          () -> Fault.serverErrorAbove(1),
          Fault::maintenance,
          Fault::databaseDown,
          Fault::loginRedirect,
          Fault::htmlPage,
          Fault::badGateway,
          () -> Fault.errorEnvelope("Something is wrong"),
          Fault::emptyBody,
          Fault::garbage,
          Fault::cutJson,
          Fault::truncatedBody,
          Fault::connectionCut,
          () -> Fault.tooManyRequests(ThrottleShape.PLAIN, Duration.ofSeconds(60)),
          () -> Fault.tooManyRequests(ThrottleShape.PLAIN, Duration.ofDays(4000)));

  private static final List<String> PATHS =
      List.of(
          "*", "hardware", "hardware*", "users", "statuslabels", "models", "locations", "fields");

  private final Random random;

  RandomFaults(Random random) {
    this.random = random;
  }

  /** Injects none to three of them. */
  void injectInto(SnipeItStandIn standIn) {
    int number = random.nextInt(4);
    for (int i = 0; i < number; i++) {
      Fault fault =
          FAULTS
              .get(random.nextInt(FAULTS.size()))
              .get()
              .onPath(PATHS.get(random.nextInt(PATHS.size())))
              .onRequest(1 + random.nextInt(12));
      standIn.inject(random.nextInt(8) == 0 ? fault.always() : fault.times(1 + random.nextInt(3)));
    }
  }
}
