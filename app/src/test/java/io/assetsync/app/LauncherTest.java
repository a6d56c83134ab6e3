package io.assetsync.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher of POSIX systems with a java and a mvn that only say how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherTest {

  private static final List<String> TOOLS =
      List.of("dirname", "readlink", "find", "head", "sed", "mkdir", "touch", "rm", "env");

  private static final Pattern JAVA_OPTIONS = Pattern.compile("-Xmx\\S+ -Xms\\S+( -X\\S+)+ -D\\S+");

  @TempDir private Path temporary;

  private Path home;
  private Path tools;
  private Path program;

  private record Ending(int code, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(temporary.resolve("a checkout"));
    Files.copy(ProjectRoot.path().resolve("asset-sync"), home.resolve("asset-sync"));
    assertThat(home.resolve("asset-sync").toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("app/src/main"));
    Files.writeString(home.resolve("app/src/main/Main.java"), "");
    program = home.resolve("app/target/asset-sync/lib/asset-sync.jar");
    tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : TOOLS) {
      install(tool, "exec " + which(tool) + " \"$@\"");
    }
    install(
        "java",
        "[ \"$1\" = -version ] && { echo 'openjdk version \"17.0.9\"' >&2; exit; }; echo \"java $*\"; pwd");
    install(
        "mvn",
        "pwd; echo \"mvn $*\"; mkdir -p app/target/asset-sync/lib; touch app/target/asset-sync/lib/asset-sync.jar");
  }

  @Test
  void firstUse_builds_thenRuns() throws Exception {
    Ending ending = launch(home.resolve("asset-sync"), "sync", "--preview");

    assertThat(ending.err())
        .contains("building in " + home, "nothing is built yet", "package")
        .contains(home + System.lineSeparator());
    assertThat(ending.out())
        .startsWith("java -Xmx")
        .contains("-cp " + program.getParent() + "/* io.assetsync.app.Main sync --preview")
        .endsWith(temporary + "\n");
    assertThat(ending.code()).isZero();
  }

  @Test
  void whatIsBuilt_runsAtOnce() throws Exception {
    built();

    assertThat(launch(home.resolve("asset-sync")).err()).isEmpty();
  }

  @Test
  void newerSource_isBuilt() throws Exception {
    built();
    Files.setLastModifiedTime(
        home.resolve("app/src/main/Main.java"), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(launch(home.resolve("asset-sync")).err()).contains("the sources are newer");
  }

  @Test
  void launcher_isFoundThroughLinks() throws Exception {
    built();
    Path far = Files.createDirectories(temporary.resolve("bin"));
    Files.createSymbolicLink(far.resolve("second"), Path.of("../a checkout/asset-sync"));
    Files.createSymbolicLink(far.resolve("first"), far.resolve("second"));

    Ending ending = launch(far.resolve("first"));

    assertThat(ending.out()).contains("-cp " + program.getParent() + "/*");
  }

  @Test
  void firstUse_letsJavaArchiveItsClasses() throws Exception {
    install(
        "java",
        "[ \"$1\" = -version ] && { echo 'openjdk version \"17.0.9\"' >&2; exit; }\n"
            + "for word in \"$@\"; do case $word in -XX:ArchiveClassesAtExit=*)"
            + " touch \"${word#*=}\";; esac; done\necho \"java $*\"");

    Ending ending = launch(home.resolve("asset-sync"), "serve");

    Path archive = home.resolve("app/target/asset-sync/classes.jsa");
    assertThat(archive).exists();
    assertThat(ending.out())
        .contains(" -XX:SharedArchiveFile=" + archive + " ")
        .doesNotContain("demo");
  }

  @Test
  void failedArchive_isDoneWithout() throws Exception {
    install(
        "java",
        "[ \"$1\" = -version ] && { echo 'openjdk version \"17.0.9\"' >&2; exit; }\n"
            + "case $* in *ArchiveClassesAtExit*) exit 3;; esac; echo \"java $*\"");

    Ending ending = launch(home.resolve("asset-sync"), "serve");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void exitCode_isThatOfJava() throws Exception {
    built();
    install(
        "java", "[ \"$1\" = -version ] && { echo 'openjdk version \"25\"' >&2; exit; }; exit 5");

    assertThat(launch(home.resolve("asset-sync")).code()).isEqualTo(5);
  }

  @Test
  void oldJava_isToldInOneSentence() throws Exception {
    install("java", "echo 'openjdk version \"11.0.2\"' >&2");

    Ending ending = launch(home.resolve("asset-sync"));

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err())
        .isEqualTo(
            "asset-sync: java is version 11; install a JDK of version 17 or newer, or let JAVA_HOME"
                + " name one\n");
  }

  @Test
  void missingJava_isToldInOneSentence() throws Exception {
    Files.delete(tools.resolve("java"));

    Ending ending = launch(home.resolve("asset-sync"));

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err())
        .startsWith("asset-sync: java is not there; install a JDK")
        .hasLineCount(1);
  }

  @Test
  void missingMaven_isToldInOneSentence() throws Exception {
    Files.delete(tools.resolve("mvn"));

    Ending ending = launch(home.resolve("asset-sync"));

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err())
        .isEqualTo(
            "asset-sync: it has to be built first, and Maven (mvn) is not there; install Maven 3.8.7"
                + " or newer\n");
  }

  @Test
  void failedBuild_isTold() throws Exception {
    install("mvn", "exit 1");

    Ending ending = launch(home.resolve("asset-sync"));

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).endsWith("the build failed; what Maven printed above says why\n");
  }

  @Test
  void windowsLauncher_givesTheSameOptionsToJava() throws IOException {
    Path project = ProjectRoot.path();

    assertThat(javaOptions(project.resolve("asset-sync.cmd")))
        .isEqualTo(javaOptions(project.resolve("asset-sync")));
    assertThat(Files.readString(project.resolve("asset-sync.cmd")).replace("\r\n", ""))
        .doesNotContain("\n");
  }

  private static String javaOptions(Path launcher) throws IOException {
    Matcher options = JAVA_OPTIONS.matcher(Files.readString(launcher));
    assertThat(options.find()).isTrue();
    return options.group();
  }

  private void built() throws IOException {
    Files.createDirectories(program.getParent());
    Files.writeString(program, "");
    Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(1)));
  }

  private void install(String tool, String script) throws IOException {
    Path path = Files.writeString(tools.resolve(tool), "#!/bin/sh\n" + script + "\n");
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  private Ending launch(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.redirectError(temporary.resolve("err").toFile());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ending(process.waitFor(), out, Files.readString(temporary.resolve("err")));
  }

  private static Path which(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(directory -> Path.of(directory, tool))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new UncheckedIOException(new IOException(tool + " is missing")));
  }
}
