package io.assetsync.app;

import io.assetsync.app.logging.Logs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry of the process. */
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs the command that the arguments name, and ends the process with an {@link ExitCode}. */
  public static void main(String[] args) {
    Logs.takeOver();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> LOG.error("Thread {} ended unexpectedly", thread.getName(), thrown));
    Resources resources = new Resources();
    Runtime.getRuntime().addShutdownHook(new Thread(resources::close, "asset-sync-stop"));
    int exitCode = new Commands(Caller.ofProcess(), resources).run(args);
    resources.close();
    System.exit(exitCode);
  }
}
