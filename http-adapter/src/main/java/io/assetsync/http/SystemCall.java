package io.assetsync.http;

import io.assetsync.core.run.ScheduleState.Instance;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.http.Installation.Setting;
import java.util.List;
import spark.Request;

/** The call that tells how the service is set up. */
final class SystemCall {

  private final Installation installation;
  private final SyncSchedule schedule;

  SystemCall(Installation installation, SyncSchedule schedule) {
    this.installation = installation;
    this.schedule = schedule;
  }

  Call call() {
    return Call.get("/system", "tells how the service is set up", this::show);
  }

  private Answer show(Request request) {
    return Answer.ok(
        new SystemView(
            IndexCall.version(),
            System.getProperty("java.vm.name") + " " + Runtime.version(),
            "%s %s, %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("os.arch")),
            Views.text(installation.startedAt()),
            installation.instance(),
            schedule.instances().stream().map(this::view).toList(),
            installation.settings()));
  }

  private InstanceView view(Instance instance) {
    return new InstanceView(
        instance.name(),
        Views.text(instance.since()),
        Views.text(instance.seen()),
        instance.name().equals(installation.instance()));
  }

  private record SystemView(
      String version,
      String java,
      String os,
      String startedAt,
      String instance,
      List<InstanceView> instances,
      List<Setting> settings) {}

  /** With {@code self} for the process that answers. */
  private record InstanceView(String name, String since, String seenAt, boolean self) {}
}
