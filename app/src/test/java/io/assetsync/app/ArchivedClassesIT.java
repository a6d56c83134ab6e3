package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launchers pass over an archive that cannot be made, so it is made here as they do it. */
final class ArchivedClassesIT {

  private static final Pattern COMMAND =
      Pattern.compile(
          "ArchiveClassesAtExit=.*?" + Pattern.quote(Main.class.getName()) + " ([a-z -]+[a-z])",
          Pattern.DOTALL);

  @TempDir private Path directory;

  @AutoClose private Site site;

  @BeforeEach
  void open() {
    site = new Site(directory, 1);
  }

  @Test
  void commandOfTheLaunchers_writesAnArchiveThatJavaStartsFrom() throws Exception {
    String command = command("asset-sync");
    Path archive = directory.resolve("classes.jsa");

    assertThat(command("asset-sync.cmd")).isEqualTo(command);
    assertThat(end("-XX:ArchiveClassesAtExit=" + archive, command.split(" "))).isZero();
    assertThat(end("-XX:SharedArchiveFile=" + archive, "--version")).isZero();
  }

  /** Java is told to fail rather than to start without an archive. */
  private int end(String option, String... arguments) throws IOException, InterruptedException {
    List<String> options = List.of("-Xshare:on", "-XX:+UseSerialGC", option);
    try (Child child = site.start(Map.of("HTTP_PORT", "0"), options, arguments)) {
      return child.end();
    }
  }

  private static String command(String launcher) throws IOException {
    String text = Files.readString(ProjectRoot.path().resolve(launcher));
    Matcher matcher = COMMAND.matcher(text);
    assertThat(matcher.find()).as(launcher).isTrue();
    return matcher.group(1);
  }
}
