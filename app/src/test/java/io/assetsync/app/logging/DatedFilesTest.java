package io.assetsync.app.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assetsync.core.testing.SteppingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatedFilesTest {

  private static final int LINE = 400;

  @TempDir private Path directory;

  private final SteppingClock clock = SteppingClock.standing(Instant.parse("2025-01-31T12:00:00Z"));

  @Test
  void file_hasTheDayAndANumberInItsNameFromTheBeginning() throws IOException {
    try (DatedFiles files = open(10)) {
      files.append(line("first"));

      assertThat(names()).containsExactly("service.2025-01-31.0.log");
    }
  }

  @Test
  void fullFile_isFollowedByTheNext() throws IOException {
    try (DatedFiles files = open(10)) {
      for (int i = 0; i < 5; i++) {
        files.append(line("line " + i));
      }
    }

    assertThat(names())
        .containsExactly(
            "service.2025-01-31.0.log", "service.2025-01-31.1.log", "service.2025-01-31.2.log");
    for (String name : names()) {
      assertThat(Files.size(directory.resolve(name))).isLessThanOrEqualTo(1024);
    }
  }

  @Test
  void newDay_hasAFileOfItsOwn() throws IOException {
    try (DatedFiles files = open(10)) {
      files.append(line("old"));
      clock.advance(Duration.ofDays(1));
      files.append(line("new"));
    }

    assertThat(names()).containsExactly("service.2025-01-31.0.log", "service.2025-02-01.0.log");
    assertThat(text("service.2025-02-01.0.log")).startsWith("new");
  }

  /** On Windows a file that is open cannot be renamed, so what is there must keep its identity. */
  @Test
  void noFile_isEverRenamed() throws IOException {
    List<Object> identities = new ArrayList<>();
    try (DatedFiles files = open(10)) {
      for (int i = 0; i < 10; i++) {
        files.append(line("line " + i));
        if (i % 3 == 2) {
          clock.advance(Duration.ofHours(7));
        }
        identities.add(text("service.2025-01-31.0.log").substring(0, 6));
      }
    }

    assertThat(identities).containsOnly("line 0");
  }

  @Test
  void oldestFiles_goWhenThereAreTooMany() throws IOException {
    Files.writeString(directory.resolve("service.2024-12-31.9.log"), "old");
    Files.writeString(directory.resolve("service.log"), "foreign");
    Files.writeString(directory.resolve("service.notes.log"), "foreign");
    try (DatedFiles files = open(3)) {
      for (int day = 0; day < 12; day++) {
        files.append(line("day " + day));
        clock.advance(Duration.ofDays(1));
      }
    }

    assertThat(names())
        .containsExactly(
            "service.2025-02-09.0.log",
            "service.2025-02-10.0.log",
            "service.2025-02-11.0.log",
            "service.log",
            "service.notes.log");
  }

  @Test
  void restart_goesOnInTheSameFileUntilItIsFull() throws IOException {
    for (int start = 0; start < 3; start++) {
      try (DatedFiles files = open(10)) {
        files.append(line("start " + start));
      }
    }

    assertThat(names()).containsExactly("service.2025-01-31.0.log", "service.2025-01-31.1.log");
    assertThat(text("service.2025-01-31.0.log").lines()).hasSize(2);
  }

  @Test
  void interruptedThread_writesAndStaysInterrupted() throws IOException {
    try (DatedFiles files = open(10)) {
      Thread.currentThread().interrupt();
      files.append(line("first"));
      assertThat(Thread.interrupted()).isTrue();

      files.append(line("second"));
    }

    assertThat(text("service.2025-01-31.0.log")).contains("first", "second");
  }

  @Test
  void interruptsWhileItWrites_loseNoLine() throws Exception {
    int lines = 2000;
    try (DatedFiles files =
        new DatedFiles(new LogFiles(directory.resolve("service.log"), 1 << 20, 10), clock)) {
      files.open();
      CompletableFuture<Void> written = new CompletableFuture<>();
      Thread writer =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < lines; i++) {
                    files.append(("line " + i + " ends\n").getBytes(UTF_8));
                  }
                  written.complete(null);
                } catch (IOException e) {
                  written.completeExceptionally(e);
                }
              });
      writer.start();
      while (!written.isDone()) {
        writer.interrupt();
        Thread.onSpinWait();
      }
      written.get();
    }

    String text = text("service.2025-01-31.0.log");
    assertThat(IntStream.range(0, lines).filter(i -> !text.contains("line " + i + " ends\n")))
        .isEmpty();
  }

  @Test
  void lineThatIsLongerThanAFile_isWrittenWhole() throws IOException {
    byte[] line = ("x".repeat(5000) + "\n").getBytes(UTF_8);
    try (DatedFiles files = open(10)) {
      files.append(line);
      files.append(line);
    }

    assertThat(names()).hasSize(2);
    assertThat(Files.size(directory.resolve(names().get(1)))).isEqualTo(line.length);
  }

  @Test
  void filesAndDirectory_areTheOwners() throws IOException {
    assumeTrue(
        directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system knows no owners");
    Path made = directory.resolve("made/for/logs");
    try (DatedFiles files =
        new DatedFiles(new LogFiles(made.resolve("service.log"), 1024, 2), clock)) {
      files.open();

      assertThat(permissions(made)).isEqualTo("rwx------");
      assertThat(permissions(made.resolve("service.2025-01-31.0.log"))).isEqualTo("rw-------");
    }
  }

  @Test
  void deletedDirectory_isMadeAgainWithTheNextFile() throws IOException {
    Path made = directory.resolve("made");
    try (DatedFiles files = new DatedFiles(new LogFiles(made.resolve("service"), 1024, 2), clock)) {
      files.append(line("lost"));
      Files.delete(made.resolve("service.2025-01-31.0"));
      Files.delete(made);
      clock.advance(Duration.ofDays(1));
      files.append(line("kept"));
    }

    assertThat(Files.readString(made.resolve("service.2025-02-01.0"))).startsWith("kept");
  }

  @Test
  void directoryThatIsAFile_fails() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    try (DatedFiles files = new DatedFiles(new LogFiles(file.resolve("x.log"), 1024, 2), clock)) {
      assertThatThrownBy(files::open).isInstanceOf(IOException.class);
    }
  }

  private DatedFiles open(int max) throws IOException {
    DatedFiles files =
        new DatedFiles(new LogFiles(directory.resolve("service.log"), 1024, max), clock);
    files.open();
    return files;
  }

  private static byte[] line(String start) {
    return (start + "-".repeat(LINE - start.length() - 1) + "\n").getBytes(UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
