package io.assetsync.app;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program without a command: it serves. */
@Command(
    name = "asset-sync",
    description = "Mirrors IT assets from Snipe-IT into PostgreSQL. Without a command it serves.",
    footer = {
      "",
      "Settings come from the environment and from .env in the working directory;",
      "docs/configuration.md lists them.",
      "",
      "Exit codes:",
      "    0  applied, unchanged or previewed",
      "    2  wrong command line or configuration, or the port is in use;",
      "       notify: a receiver did not take the test",
      "    3  Snipe-IT failed",
      "    4  the database failed",
      "    5  the guards refused the run or held something back",
      "    6  skipped: another run was under way",
      "   31  a defect of the program",
      "  130  cancelled; 130 or 143 also after a signal"
    },
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class)
final class RootCommand implements Callable<Integer> {

  private final ServeCommand serve;

  RootCommand(ServeCommand serve) {
    this.serve = serve;
  }

  @Override
  public Integer call() {
    return serve.call();
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Asset Sync " + number()};
    }

    static String number() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return Objects.requireNonNullElse(version, "(not packaged)");
    }
  }
}
