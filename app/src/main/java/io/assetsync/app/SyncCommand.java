package io.assetsync.app;

import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does one run. */
@Command(
    name = "sync",
    description = "Syncs once, prints what changed and ends.",
    mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

  private final Commands commands;

  @ArgGroup private Mode mode = new Mode();

  @Option(
      names = "--accept-source",
      description = {
        "Take Snipe-IT and the rights of its user as they are now, also as evidence of what is gone,",
        "after a run has held something back because they are not what they were."
      })
  private boolean acceptSource;

  /** How far the run goes; all the way unless told otherwise. */
  private static final class Mode {

    @Option(names = "--preview", description = "Print what would change and change nothing.")
    private boolean preview;

    @Option(
        names = "--changes",
        description = "Read what has changed since the last run; marks nothing as gone.")
    private boolean changes;

    private RunMode chosen() {
      if (preview) {
        return RunMode.PREVIEW;
      }
      return changes ? RunMode.CHANGES : RunMode.FULL;
    }
  }

  SyncCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    AppConfig config = commands.configure(Map.of());
    Application application = Application.forRuns(config, commands.resources());
    RunReport report =
        application.sync(new RunRequest("command line", mode.chosen(), acceptSource));
    commands.caller().out().print(ReportTable.of(report));
    return ExitCode.of(report).number();
  }
}
