package io.assetsync.snipeit;

import io.assetsync.core.model.Secret;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.util.function.UnaryOperator;

/** A stand-in that is running, and a source that reads it; waiting takes no time. */
final class StandInSource implements AutoCloseable {

  private final SleepingClock time = new SleepingClock();
  private final SnipeItStandIn standIn;
  private final SnipeItSource source;

  private StandInSource(
      UnaryOperator<SnipeItStandIn.Builder> server, UnaryOperator<SnipeItConfig> client) {
    standIn = server.apply(SnipeItStandIn.builder().clock(time.clock())).build().start();
    SnipeItConfig config = SnipeItConfig.of(standIn.url(), new Secret(standIn.token()));
    source = new SnipeItSource(client.apply(config), time.waiting());
  }

  /** Reads with the defaults of both. */
  static StandInSource of() {
    return of(UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** Reads ten rows at a time. */
  static StandInSource withSmallPages(UnaryOperator<SnipeItStandIn.Builder> server) {
    return of(server, config -> config.withPaging(new Paging(10, 10)));
  }

  static StandInSource of(
      UnaryOperator<SnipeItStandIn.Builder> server, UnaryOperator<SnipeItConfig> client) {
    return new StandInSource(server, client);
  }

  SnipeItStandIn standIn() {
    return standIn;
  }

  SnipeItSource source() {
    return source;
  }

  SleepingClock time() {
    return time;
  }

  @Override
  public void close() {
    source.close();
    standIn.close();
  }
}
