package io.assetsync.app;

import io.assetsync.core.run.RunMode;
import io.assetsync.scheduler.ScheduleEntry;
import io.assetsync.scheduler.SchedulerConfig;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads when runs start by themselves. */
final class ScheduleSettings {

  /** An expression has no equals sign, so what comes before one is a name. */
  private static final Pattern CRON_ENTRY =
      Pattern.compile("(?:([^=]*)=)?\\s*(?:(full|changes)\\s+)?(.*)");

  private static final int MAX_NAME = 100;

  private final Settings settings;
  private final ZoneId zone;

  private ScheduleSettings(Settings settings) {
    this.settings = settings;
    this.zone = settings.get(Key.SYNC_TIME_ZONE, Parse::zone);
  }

  static ScheduleConfig load(Settings settings) {
    SchedulerConfig times = new ScheduleSettings(settings).times();
    return new ScheduleConfig(
        settings.change(times, Key.SYNC_GRACE, (t, text) -> t.withGrace(Parse.duration(text))),
        settings.find(Key.SYNC_INSTANCE, ScheduleSettings::instance));
  }

  private SchedulerConfig times() {
    List<ScheduleEntry> entries = settings.get(Key.SYNC_TIMES, ScheduleSettings::daily);
    entries = settings.change(entries, Key.SYNC_CRON, (e, text) -> with(e, cronEntries(text)));
    entries =
        settings.change(
            entries,
            Key.SYNC_CHANGES_EVERY,
            (e, text) -> with(e, List.of(ScheduleEntry.changesEvery(Parse.duration(text)))));
    if (!entries.isEmpty()) {
      return new SchedulerConfig(entries, zone, SchedulerConfig.DEFAULT_GRACE);
    }
    if (!isSet(Key.SYNC_CRON) && !isSet(Key.SYNC_CHANGES_EVERY)) {
      settings.find(Key.SYNC_TIMES, ScheduleSettings::nothing);
    }
    return SchedulerConfig.standard(zone);
  }

  private boolean isSet(Key key) {
    return settings.find(key, text -> text).isPresent();
  }

  private static Void nothing(String text) {
    throw new IllegalArgumentException(
        text + " leaves the schedule empty; give times, SYNC_CRON or SYNC_CHANGES_EVERY");
  }

  private static List<ScheduleEntry> daily(String text) {
    if (text.equals("off")) {
      return List.of();
    }
    Set<LocalTime> times = new HashSet<>();
    for (LocalTime time : Parse.times(text)) {
      if (!times.add(time)) {
        throw new IllegalArgumentException("the time " + time + " is listed twice");
      }
    }
    return times.stream().sorted().map(ScheduleEntry::daily).toList();
  }

  private static List<ScheduleEntry> cronEntries(String text) {
    return Arrays.stream(text.split(";"))
        .filter(entry -> !entry.isBlank())
        .map(entry -> cronEntry(entry.strip()))
        .toList();
  }

  private static ScheduleEntry cronEntry(String text) {
    Matcher parts = CRON_ENTRY.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is wrong here; expected such as nightly = full 0 2 * * *");
    }
    RunMode mode = "changes".equals(parts.group(2)) ? RunMode.CHANGES : RunMode.FULL;
    return parts.group(1) == null
        ? ScheduleEntry.cron(mode, parts.group(3))
        : ScheduleEntry.cron(parts.group(1).strip(), mode, parts.group(3));
  }

  /** Returns both, checked as a schedule checks them. */
  private List<ScheduleEntry> with(List<ScheduleEntry> entries, List<ScheduleEntry> more) {
    List<ScheduleEntry> all = Stream.concat(entries.stream(), more.stream()).toList();
    return new SchedulerConfig(all, zone, SchedulerConfig.DEFAULT_GRACE).entries();
  }

  private static String instance(String text) {
    if (text.length() > MAX_NAME || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the name of an instance has 1 to 100 characters");
    }
    return text;
  }
}
