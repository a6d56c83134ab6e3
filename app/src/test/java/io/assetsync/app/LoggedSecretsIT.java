package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.app.Site.Ending;
import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.standin.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a sync prints and logs at its most talkative, through success and failures, holds
 * no secret of its settings; {@link ServiceSecretsIT} is about the service.
 */
final class LoggedSecretsIT {

  private static final String PASSWORD = "s3cr3t-Pa55word-of-the-database";
  private static final String PROXY_PASSWORD = "s3cr3t-Pa55word-of-the-proxy";
  private static final String TOKEN = "s3cr3t.token.of-nobody";
  private static final String READ_TOKEN = "s3cr3t-read-token-0123456789abcdef0123456789";
  private static final String CONTROL_TOKEN = "s3cr3t-control-token-0123456789abcdef012345";
  private static final String HOOK = "http://127.0.0.1:1/services/s3cr3t-hook-T0123";
  private static final String PING = "http://127.0.0.1:1/ping/s3cr3t-ping-0123";
  private static final String SIGNING = "s3cr3t-signing-secret-0123456789";

  @TempDir private Path directory;

  private final List<String> printed = new ArrayList<>();
  @AutoClose private final TestDatabase database = TestDatabase.create();
  @AutoClose private Site site;

  @BeforeEach
  void open() {
    site = new Site(directory, 60);
  }

  @Test
  void nothingThatIsPrintedOrLogged_hasASecret() throws IOException {
    assertThat(sync(Map.of())).isZero();
    assertThat(sync(Map.of("LOG_FORMAT", "json"))).isZero();
    assertThat(sync(Map.of("SNIPEIT_TOKEN", TOKEN))).isEqualTo(3);
    assertThat(sync(Map.of("SNIPEIT_TOKEN", "two words of " + TOKEN))).isEqualTo(2);
    assertThat(sync(Map.of("HTTP_PROXY", "http://robot:" + PROXY_PASSWORD + "@127.0.0.1:1")))
        .isEqualTo(3);
    assertThat(sync(Map.of("HTTP_PROXY", "socks5://robot:" + PROXY_PASSWORD + "@127.0.0.1:1")))
        .isEqualTo(2);
    assertThat(sync(Map.of("DATABASE_URL", Site.url(database, "nobody", PASSWORD)))).isEqualTo(4);
    assertThat(sync(Map.of("DATABASE_URL", "mysql://robot:" + PASSWORD + "@db/assets")))
        .isEqualTo(2);
    assertThat(sync(Map.of("DATABASE_URL", "postgresql://robot:" + PASSWORD + "@127.0.0.1:1/db")))
        .isEqualTo(4);
    for (Fault fault : List.of(Fault.serverError(), Fault.htmlPage(), Fault.connectionCut())) {
      site.snipeIt().inject(fault.always());
      assertThat(sync(Map.of())).isEqualTo(3);
    }

    String everything = String.join("\n", printed) + logFiles();
    assertThat(everything)
        .contains("SNIPEIT_TOKEN = ***", "Run 1 applied", "\"message\":\"Run 2 unchanged");
    assertThat(
            SecretSearch.linesWith(
                List.of(
                    site.snipeIt().token(),
                    PASSWORD,
                    PROXY_PASSWORD,
                    TOKEN,
                    READ_TOKEN,
                    CONTROL_TOKEN,
                    HOOK,
                    PING,
                    SIGNING),
                everything))
        .isEmpty();
  }

  /** Does a run with a secret in each setting that may have one, and returns its exit code. */
  private int sync(Map<String, String> changes) {
    Map<String, String> settings = new HashMap<>();
    settings.put("LOG_LEVEL", "TRACE");
    settings.put("LOG_FILE", "logs/service.log");
    settings.put("API_READ_TOKENS", READ_TOKEN);
    settings.put("API_CONTROL_TOKENS", CONTROL_TOKEN);
    settings.put("NOTIFY_WEBHOOK_URL", HOOK);
    settings.put("NOTIFY_WEBHOOK_SECRET", SIGNING);
    settings.put("NOTIFY_PING_URL", PING);
    settings.putAll(changes);
    Ending ending = site.run(database, settings, "sync");
    printed.add(ending.out());
    printed.add(ending.err());
    return ending.code();
  }

  private String logFiles() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory.resolve("logs"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
