package io.assetsync.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinariesIT {

  @TempDir private Path parent;

  @Test
  void unpackingTwiceAtOnce_givesOneWhole() throws Exception {
    Files.createDirectories(parent.resolve("unpacking-999999999-1/bin"));
    Callable<Path> unpack = () -> Binaries.unpackInto(parent, Platform.current());
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<Future<Path>> unpacked = executor.invokeAll(List.of(unpack, unpack));
      Path home = unpacked.get(0).get();
      assertThat(unpacked.get(1).get()).isEqualTo(home);
      try (Stream<Path> content = Files.list(parent)) {
        assertThat(content).containsExactly(home);
      }
    } finally {
      executor.shutdown();
    }
  }
}
