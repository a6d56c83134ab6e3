package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressRangeTest {

  @TempDir private Path directory;

  /** A client may write what it likes, and a name server may take seconds to answer. */
  @Test
  void numbersThatAreNoAddress_areNotLookedUpAsAName()
      throws IOException, InterruptedException, URISyntaxException {
    Path names = Files.writeString(directory.resolve("hosts"), "192.0.2.1 999.1.1.1 1.2.3.256\n");

    Process asking =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + names,
                "-cp",
                place(Asking.class) + File.pathSeparator + place(AddressRange.class),
                Asking.class.getName(),
                "999.1.1.1",
                "1.2.3.256",
                "255.249.199.99")
            .redirectErrorStream(true)
            .start();
    String told = new String(asking.getInputStream().readAllBytes(), UTF_8);

    assertThat(asking.waitFor()).as(told).isZero();
    assertThat(told.lines())
        .containsExactly("Optional.empty", "Optional.empty", "Optional[/255.249.199.99]");
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** A program of its own, since a JVM reads its file of names once. */
  static final class Asking {

    private Asking() {}

    public static void main(String[] texts) {
      for (String text : texts) {
        System.out.println(AddressRange.address(text));
      }
    }
  }
}
