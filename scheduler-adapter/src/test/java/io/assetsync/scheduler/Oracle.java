package io.assetsync.scheduler;

import io.assetsync.core.run.ScheduledTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what should become of each time. It knows what happens to a schedule and nothing of how one
 * works: a time has the fate of the first thing that can give it one.
 */
final class Oracle {

  /** All times and all changes of the clocks in the zones used come at whole steps. */
  private static final Duration STEP = Duration.ofMinutes(15);

  enum Fate {
    RUN,
    SKIPPED,
    LATE,
    STOPPED
  }

  /** What may be wrong while an instance looks what is due. */
  enum Trouble {
    NONE,
    NOTHING_REACHED,
    NOT_RECORDED,
    /** As if it were killed between the record and the word that there is one. */
    NOT_SETTLED
  }

  private final List<ScheduledTime> times;
  private final Duration grace;
  private final Map<String, Fate> fates = new TreeMap<>();
  private int next;
  private boolean stopped;

  Oracle(List<ScheduledTime> times, Duration grace) {
    this.times = times;
    this.grace = grace;
  }

  Map<String, Fate> fates() {
    return fates;
  }

  void look(Instant now, Trouble trouble, boolean busy) {
    if (stopped || trouble == Trouble.NOTHING_REACHED || trouble == Trouble.NOT_RECORDED) {
      return;
    }
    int late = end(now.minus(grace).minusNanos(1));
    give(late, Fate.LATE);
    if (trouble == Trouble.NONE || late <= next) {
      give(end(now), busy ? Fate.SKIPPED : Fate.RUN);
    }
    if (trouble == Trouble.NONE) {
      next = Math.max(next, end(now));
    }
  }

  void stop(Instant now) {
    if (!stopped) {
      give(end(now), Fate.STOPPED);
      next = Math.max(next, end(now));
    }
    stopped = true;
  }

  /** Also for processes that start where there are no others. */
  void start(Instant now) {
    if (stopped) {
      give(end(now), Fate.STOPPED);
      next = Math.max(next, end(now));
    }
    stopped = false;
  }

  private void give(int end, Fate fate) {
    times.subList(next, Math.max(next, end)).forEach(t -> fates.putIfAbsent(t.toString(), fate));
  }

  private int end(Instant until) {
    int end = next;
    while (end < times.size() && !times.get(end).at().isAfter(until)) {
      end++;
    }
    return end;
  }

  /** Walks real time and asks what the clock on the wall shows, or has just jumped over. */
  static List<ScheduledTime> times(
      List<LocalTime> walls, ZoneId zone, Instant from, Instant until) {
    List<ScheduledTime> times = new ArrayList<>();
    for (LocalTime wall : walls) {
      Set<LocalDate> doneDays = new HashSet<>();
      for (Instant at = from.plus(STEP); at.isBefore(until); at = at.plus(STEP)) {
        ZonedDateTime shown = at.atZone(zone);
        ZonedDateTime before = at.minus(STEP).atZone(zone);
        boolean reached =
            !shown.toLocalTime().isBefore(wall)
                && (before.toLocalTime().isBefore(wall)
                    || before.toLocalDate().isBefore(shown.toLocalDate()));
        if (reached && doneDays.add(shown.toLocalDate())) {
          times.add(new ScheduledTime("Asset Sync " + wall, at));
        }
      }
    }
    times.sort(Comparator.comparing(ScheduledTime::at));
    return times;
  }
}
