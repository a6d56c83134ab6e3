package io.assetsync.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs as a service until a signal stops it. */
@Command(
    name = "serve",
    description = "Syncs at the configured times and answers calls over HTTP, until stopped.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final Commands commands;

  ServeCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    AppConfig config = commands.configure(Map.of());
    Application application = Application.forService(config, commands.resources());
    String url = application.serve(config.http());
    LOG.info("Ready: {} ({} after the start)", url, sinceStart());
    commands.resources().awaitClosing();
    LOG.info("Stopping");
    return ExitCode.OK.number();
  }

  private static String sinceStart() {
    Instant now = Instant.now();
    Instant start = ProcessHandle.current().info().startInstant().orElse(now);
    return Words.of(Duration.between(start, now));
  }
}
