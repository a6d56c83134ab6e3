package io.assetsync.notification;

/** Calls a monitor that raises an alarm when it is not called. */
final class PingReceiver implements Receiver {

  private final PingConfig config;
  private final HttpCalls calls;

  PingReceiver(PingConfig config, HttpCalls calls) {
    this.config = config;
    this.calls = calls;
  }

  @Override
  public String name() {
    return "ping";
  }

  @Override
  public boolean wants(Notice notice) {
    return notice.kind() == NoticeKind.SUCCESS
        || (notice.kind().isBadEnd() && config.failure().isPresent());
  }

  @Override
  public Reply send(Notice notice) {
    return calls.get(notice.kind().isBadEnd() ? config.failure().orElseThrow() : config.success());
  }
}
