package io.assetsync.app;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
        names = "--approve",
        paramLabel = "RUN",
        description = {
          "A full run that may remove the rows which that run held back, if Snipe-IT says again",
          "that they are gone, and no other rows of their kinds."
        })
    private @Nullable Long approved;

    private RunMode chosen() {
      if (preview) {
        return RunMode.PREVIEW;
      }
      return changes ? RunMode.CHANGES : RunMode.FULL;
    }

    private Optional<RunId> approved() {
      return Optional.ofNullable(approved).map(RunNumber::of);
    }
  }

  static final String TRIGGER = "command line";

  SyncCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    AppConfig config = commands.configure(Map.of());
    Application application = Application.forRuns(config, commands.resources());
    RunReport report =
        application.sync(new RunRequest(TRIGGER, mode.chosen(), acceptSource, mode.approved()));
    commands.caller().out().print(ReportTable.of(report));
    return ExitCode.of(report).number();
  }
}
