package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretFilesTest {

  @TempDir private Path directory;

  @Test
  void value_isTheContentOfTheFile() throws IOException {
    write("token", "\n t0ken \r\n");

    Settings settings = read(Map.of("SNIPEIT_TOKEN_FILE", "token"));

    assertThat(settings.find(Key.SNIPEIT_TOKEN, Function.identity())).contains("t0ken");
    assertThat(settings.all()).map(Setting::toString).contains("SNIPEIT_TOKEN = *** (file token)");
    assertThat(problems(settings)).isEmpty();
  }

  @Test
  void file_mayBeNamedInTheEnvFile() throws IOException {
    write("token", "t0ken");
    write(".env", "SNIPEIT_TOKEN_FILE=token\nDATABASE_URL_FILE=\n");

    Settings settings = read(Map.of());

    assertThat(settings.find(Key.SNIPEIT_TOKEN, Function.identity())).contains("t0ken");
    assertThat(problems(settings)).isEmpty();
  }

  @Test
  void file_inTheEnvironmentCountsBeforeTheOneInTheEnvFile() throws IOException {
    write("first", "first");
    write(".env", "SNIPEIT_TOKEN_FILE=second");

    assertThat(
            read(Map.of("SNIPEIT_TOKEN_FILE", "first"))
                .find(Key.SNIPEIT_TOKEN, Function.identity()))
        .contains("first");
  }

  @Test
  void bothWays_areOneTooMany() throws IOException {
    write("token", "hush");
    write(".env", "SNIPEIT_TOKEN=hush");

    assertThat(problems(read(Map.of("SNIPEIT_TOKEN_FILE", "token"))))
        .containsExactly(
            "SNIPEIT_TOKEN_FILE (environment) and SNIPEIT_TOKEN (.env line 1) are both given; keep"
                + " one of them");
  }

  @Test
  void fileThatCannotBeRead_isTold() {
    assertThat(problems(read(Map.of("DATABASE_URL_FILE", "none"))))
        .containsExactly(
            "DATABASE_URL_FILE (environment): the file none cannot be read; make it a text file in"
                + " UTF-8 that this user may read");
  }

  @Test
  void fileThatIsEmpty_isTold() throws IOException {
    write("token", " \n");

    assertThat(problems(read(Map.of("API_CONTROL_TOKENS_FILE", "token"))))
        .containsExactly(
            "API_CONTROL_TOKENS_FILE (environment): the file token is empty; expected the value of"
                + " API_CONTROL_TOKENS");
  }

  @Test
  void settingWithoutSecret_hasNoFile() {
    assertThat(problems(read(Map.of("SYNC_TIMES_FILE", "times"))))
        .singleElement()
        .asString()
        .contains("SYNC_TIMES_FILE (environment) is not a setting of Asset Sync");
  }

  @Test
  void command_countsBeforeTheFile() {
    Settings settings =
        Settings.read(
            Map.of(Key.SNIPEIT_TOKEN, "fixed"),
            Map.of("SNIPEIT_TOKEN_FILE", "none"),
            directory.resolve(".env"));

    assertThat(settings.find(Key.SNIPEIT_TOKEN, Function.identity())).contains("fixed");
    assertThat(problems(settings)).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private Settings read(Map<String, String> environment) {
    return Settings.read(Map.of(), environment, directory.resolve(".env"));
  }

  private static List<String> problems(Settings settings) {
    try {
      settings.requireNoProblems();
      return List.of();
    } catch (InvalidConfigurationException e) {
      return e.problems();
    }
  }
}
