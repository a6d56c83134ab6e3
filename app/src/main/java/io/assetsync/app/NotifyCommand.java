package io.assetsync.app;

import io.assetsync.notification.NotificationConfig;
import io.assetsync.notification.NotificationTrial;
import io.assetsync.notification.NotificationTrial.Result;
import io.assetsync.snipeit.TlsTrust;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets a person see whether notifications arrive. */
@Command(
    name = "notify",
    description = {
      "Sends a test to everything that is to be told of runs, and prints what became of it.",
      "A monitor is called as after a success. Ends with 2 if anything did not take it."
    },
    mixinStandardHelpOptions = true)
final class NotifyCommand implements Callable<Integer> {

  /** What can be told. */
  enum Receiver {
    WEBHOOK,
    MAIL,
    PING
  }

  private final Commands commands;

  @Option(
      names = "--to",
      paramLabel = "RECEIVER",
      description = "Only this one: webhook, mail or ping.")
  private @Nullable Receiver only;

  NotifyCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    AppConfig config = commands.configure(Map.of());
    NotificationConfig chosen = chosen(config.notifications());
    PrintStream out = commands.caller().out();
    if (!chosen.hasReceivers()) {
      throw new InvalidConfigurationException(List.of(nothingToTell()));
    }
    List<Result> results =
        NotificationTrial.of(
            chosen,
            () -> TlsTrust.context(config.source().transport().caBundle()),
            Clock.systemUTC());
    results.forEach(result -> out.println(line(result)));
    return results.stream().allMatch(Result::delivered)
        ? ExitCode.OK.number()
        : ExitCode.CONFIGURATION.number();
  }

  private NotificationConfig chosen(NotificationConfig all) {
    if (only == null) {
      return all;
    }
    return switch (only) {
      case WEBHOOK -> all.withReceivers(all.webhook(), Optional.empty(), Optional.empty());
      case MAIL -> all.withReceivers(Optional.empty(), all.mail(), Optional.empty());
      case PING -> all.withReceivers(Optional.empty(), Optional.empty(), all.ping());
    };
  }

  private String nothingToTell() {
    String needed =
        only == null
            ? "set NOTIFY_WEBHOOK_URL, NOTIFY_SMTP_URL or NOTIFY_PING_URL"
            : "set "
                + switch (only) {
                  case WEBHOOK -> Key.NOTIFY_WEBHOOK_URL;
                  case MAIL -> Key.NOTIFY_SMTP_URL;
                  case PING -> Key.NOTIFY_PING_URL;
                };
    return "nobody is to be told; " + needed + ", as docs/notifications.md shows";
  }

  private static String line(Result result) {
    return result.receiver() + (result.delivered() ? ": told, " : ": NOT told, ") + result.detail();
  }
}
