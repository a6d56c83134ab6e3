package io.assetsync.app;

import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.LivingEstate;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows everything at work without any outside system. */
@Command(
    name = "demo",
    description =
        "Serves as always, with invented assets that change by themselves and a database of its"
            + " own. Leaves nothing behind.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final long SEED = 1;
  private static final int ASSETS = 1_000;
  private static final Duration CHANGES_EVERY = Duration.ofSeconds(2);

  /** The stand-in is not throttled, so that a run in the demo takes a moment. */
  private static final int CALLS_PER_MINUTE = 100_000;

  private final Commands commands;

  @Option(
      names = "--start-only",
      hidden = true,
      description = "Ends before the first run. The launchers have java note the classes of this.")
  private boolean startOnly;

  DemoCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    Resources resources = commands.resources();
    Estate estate = Estate.invented(SEED, ASSETS);
    SnipeItStandIn snipeIt =
        resources.open(
            () ->
                SnipeItStandIn.builder()
                    .serving(estate)
                    .throttlePerMinute(CALLS_PER_MINUTE)
                    .build()
                    .start());
    AppConfig config = commands.configure(settings(snipeIt));
    EmbeddedDatabaseConfig database = EmbeddedDatabaseConfig.temporary().withStopsOnExit(false);
    AppConfig temporary = config.withStore(config.store().withEmbedded(database));
    Application application = Application.forService(temporary, resources);
    String url = application.serve(config.http());
    if (startOnly) {
      return ExitCode.OK.number();
    }
    RunReport first = application.sync(RunRequest.full("demo"));
    PrintStream out = commands.caller().out();
    out.print(ReportTable.of(first));
    resources.open(() -> new LivingEstate(estate, SEED).start(CHANGES_EVERY));
    out.println(
        "The demo runs at " + url + " until Ctrl-C. Try: curl -X POST " + url + "/sync/now");
    resources.awaitClosing();
    return ExitCode.OK.number();
  }

  /** Only what concerns the schedule, HTTP and the log is taken from the caller. */
  private static Map<Key, String> settings(SnipeItStandIn snipeIt) {
    return Map.of(
        Key.SNIPEIT_API_URL, snipeIt.url().toString(),
        Key.SNIPEIT_TOKEN, snipeIt.token(),
        Key.SNIPEIT_TIME_ZONE, "UTC",
        Key.DATABASE_URL, "",
        Key.REQUESTS_CA_BUNDLE, "",
        Key.HTTP_PROXY, "",
        Key.HTTPS_PROXY, "");
  }
}
