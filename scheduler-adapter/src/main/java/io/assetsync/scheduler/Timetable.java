package io.assetsync.scheduler;

import static java.util.Comparator.comparing;

import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The times of all entries of a schedule. Pure arithmetic, usable from any thread. */
record Timetable(List<ScheduleEntry> entries, ZoneId zone) {

  /** Returns the first time of each entry after an instant, soonest first. */
  List<UpcomingRun> upcoming(Instant after) {
    return entries.stream()
        .flatMap(entry -> entry.next(after, zone).map(at -> run(entry, at)).stream())
        .sorted(comparing(UpcomingRun::at))
        .toList();
  }

  /** Returns the first time of any entry after an instant, or empty if there is none any more. */
  Optional<Instant> next(Instant after) {
    return upcoming(after).stream().map(run -> run.at().toInstant()).findFirst();
  }

  /** Returns what is due after one instant and until another, that one included. */
  DueTimes due(Instant after, Instant until) {
    List<UpcomingRun> due = new ArrayList<>();
    long all = 0;
    for (ScheduleEntry entry : entries) {
      Deque<UpcomingRun> last = new ArrayDeque<>();
      Optional<Instant> next = entry.next(after, zone);
      while (next.isPresent() && !next.get().isAfter(until)) {
        all++;
        last.addLast(run(entry, next.get()));
        if (last.size() > DueTimes.MAX_LISTED) {
          last.removeFirst();
        }
        next = entry.next(next.get(), zone);
      }
      due.addAll(last);
    }
    return DueTimes.lastOf(due.stream().sorted(comparing(UpcomingRun::at)).toList(), all);
  }

  private UpcomingRun run(ScheduleEntry entry, Instant at) {
    return new UpcomingRun(entry.name(), at.atZone(zone), entry.mode());
  }
}
