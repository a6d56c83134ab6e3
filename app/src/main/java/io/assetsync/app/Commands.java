package io.assetsync.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.app.logging.LogConfig;
import io.assetsync.app.logging.Logs;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: finds the command, and turns whatever it throws into one sentence and a code.
 */
final class Commands {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Caller caller;
  private final Resources resources;

  Commands(Caller caller, Resources resources) {
    this.caller = caller;
    this.resources = resources;
  }

  /** Runs a command and returns the number of an {@link ExitCode}. */
  int run(String... args) {
    ServeCommand serve = new ServeCommand(this);
    return new CommandLine(new RootCommand(serve))
        .addSubcommand(serve)
        .addSubcommand(new SyncCommand(this))
        .addSubcommand(new UndoCommand(this))
        .addSubcommand(new NotifyCommand(this))
        .addSubcommand(new DemoCommand(this))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(caller.out(), true, UTF_8))
        .setErr(new PrintWriter(caller.err(), true, UTF_8))
        .setParameterExceptionHandler((e, given) -> usage(e))
        .setExecutionExceptionHandler((e, line, parsed) -> tell(e).number())
        .execute(args);
  }

  Caller caller() {
    return caller;
  }

  Resources resources() {
    return resources;
  }

  /** Reads the configuration, sets the log up and shows what is in effect. */
  AppConfig configure(Map<Key, String> fixed) {
    AppConfig config = ConfigLoader.load(fixed, caller.environment(), caller.directory());
    config.effective().forEach(setting -> Logs.hide(setting.secrets()));
    log(config.log());
    config.notes().forEach(LOG::warn);
    config.effective().stream()
        .filter(Setting::isSet)
        .forEach(setting -> LOG.info("Configuration: {}", setting));
    return config;
  }

  private static void log(LogConfig config) {
    try {
      Logs.configure(config);
    } catch (IllegalArgumentException e) {
      throw new InvalidConfigurationException(List.of(Key.LOG_FILE + ": " + e.getMessage()));
    }
  }

  private int usage(ParameterException e) {
    say(wrong(e) + "; asset-sync --help lists what there is");
    return ExitCode.CONFIGURATION.number();
  }

  private static String wrong(ParameterException e) {
    CommandLine line = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && line.getParent() == null) {
      String word = unmatched.getUnmatched().get(0);
      return "there is no command " + word + near(word, line.getSubcommands().keySet());
    }
    return Objects.requireNonNullElse(e.getMessage(), "the command line is wrong");
  }

  private static String near(String word, Set<String> commands) {
    return Nearest.to(word, commands, 2).map(name -> " (did you mean " + name + "?)").orElse("");
  }

  private ExitCode tell(Exception thrown) {
    ExitCode code = ExitCode.of(thrown);
    if (thrown instanceof InvalidConfigurationException invalid) {
      say("the configuration has " + Words.count(invalid.problems().size(), "problem") + ":");
      invalid.problems().forEach(problem -> caller.err().println("  " + Logs.hidden(problem)));
      return code;
    }
    if (code == ExitCode.BUG) {
      say("something unexpected happened; the log has the details");
      LOG.error("Unexpected failure", thrown);
      return code;
    }
    say(Objects.requireNonNullElse(thrown.getMessage(), "failed"));
    LOG.debug("In detail", thrown);
    return code;
  }

  private void say(String sentence) {
    Logs.keep(sentence);
    caller.err().println("asset-sync: " + Logs.hidden(sentence));
  }
}
