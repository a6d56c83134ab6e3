package io.assetsync.app;

/** The entry of the process. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name, and ends the process with an {@link ExitCode}. */
  public static void main(String[] args) {
    Resources resources = new Resources();
    Runtime.getRuntime().addShutdownHook(new Thread(resources::close, "asset-sync-stop"));
    int exitCode = new Commands(Caller.ofProcess(), resources).run(args);
    resources.close();
    System.exit(exitCode);
  }
}
