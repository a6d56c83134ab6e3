package io.assetsync.app;

import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does one run. */
@Command(
    name = "sync",
    description = "Syncs once, prints what changed and ends.",
    mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

  private final Commands commands;

  @Option(names = "--preview", description = "Print what would change and change nothing.")
  private boolean preview;

  SyncCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    AppConfig config = commands.configure(Map.of());
    Application application = Application.forRuns(config, commands.resources());
    RunMode mode = preview ? RunMode.PREVIEW : RunMode.FULL;
    RunReport report = application.sync(new RunRequest("command line", mode));
    commands.caller().out().print(ReportTable.of(report));
    return ExitCode.of(report).number();
  }
}
