package io.assetsync.app;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts the mirror back to what it was before a run. */
@Command(
    name = "undo",
    description = {
      "Puts the mirror back to what it was before a run, whatever was published since.",
      "The next sync brings it to what Snipe-IT shows again."
    },
    mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {

  private final Commands commands;

  @Parameters(paramLabel = "RUN", description = "Number of the first run to undo.")
  private long first;

  UndoCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    RunId run = RunNumber.of(first);
    AppConfig config = commands.configure(Map.of());
    Application application = Application.forRuns(config, commands.resources());
    RunReport report = application.sync(RunRequest.undoing(SyncCommand.TRIGGER, run));
    commands.caller().out().print(ReportTable.of(report));
    return ExitCode.of(report).number();
  }
}
