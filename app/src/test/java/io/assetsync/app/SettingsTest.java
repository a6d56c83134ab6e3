package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

  @TempDir private Path directory;

  @Test
  void environment_goesBeforeFile() throws IOException {
    file("HTTP_PORT=1\nHTTP_HOST=file");

    Settings settings = read(Map.of("HTTP_PORT", "2"));

    assertThat(shown(settings))
        .contains("HTTP_PORT = 2 (environment)", "HTTP_HOST = file (.env line 2)")
        .contains("LOG_LEVEL = INFO (default)");
  }

  @Test
  void command_goesBeforeEnvironment() {
    Settings settings =
        Settings.read(
            Map.of(Key.HTTP_PORT, "3"), Map.of("HTTP_PORT", "2"), directory.resolve(".env"));

    assertThat(shown(settings)).contains("HTTP_PORT = 3 (command)");
  }

  @Test
  void emptyValue_isAsGoodAsNone() throws IOException {
    file("HTTP_PORT=1\nLOG_LEVEL=");

    assertThat(shown(read(Map.of("HTTP_PORT", " "))))
        .contains("HTTP_PORT = 1 (.env line 1)", "LOG_LEVEL = INFO (default)");
  }

  @Test
  void secret_isNotShown() {
    Settings settings =
        read(Map.of("SNIPEIT_TOKEN", "hush", "DATABASE_URL", "postgresql://u:hush@h/d"));

    assertThat(shown(settings))
        .contains("SNIPEIT_TOKEN = *** (environment)")
        .contains("DATABASE_URL = postgresql://u:***@h/d (environment)")
        .noneMatch(setting -> setting.contains("hush"));
  }

  @Test
  void proxy_mayBeInLowerCase() {
    assertThat(shown(read(Map.of("https_proxy", "http://proxy:3128"))))
        .contains("HTTPS_PROXY = http://proxy:3128 (environment)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP_USER_AGENT",
        "http_proxy",
        "API_KEY",
        "LOG_DIRECTORY",
        "PATH",
        "SNIPEIT_PORT",
        "SNIPEIT_SERVICE_HOST",
        "SNIPEIT_SERVICE_PORT_HTTP",
        "SNIPEIT_PORT_80_TCP_ADDR",
        "API_PORT"
      })
  void foreignVariable_isIgnored(String name) {
    assertThat(problems(read(Map.of(name, "tcp://10.0.0.1:80")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC_TIME, did you mean SYNC_TIMES?",
    "SYNC_FOO_BAR_BAZ, docs/configuration.md lists them",
    "SNIPEIT_TOKN, did you mean SNIPEIT_TOKEN?",
    "HTTP_PROT, did you mean HTTP_PORT?",
    "LOG_LEVLE, did you mean LOG_LEVEL?"
  })
  void unknownVariable_isAProblem(String name, String hint) {
    assertThat(problems(read(Map.of(name, "x"))))
        .containsExactly(name + " (environment) is not a setting of Asset Sync; " + hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SECRET_KEY=x", "POSTGRES_USER=u", "HTTP_USER_AGENT=x", "just words", "[section]"})
  void foreignLine_isIgnored(String line) throws IOException {
    file(line);

    Settings settings = read(Map.of());

    assertThat(problems(settings)).isEmpty();
    assertThat(settings.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SYNC_TIME=x            | SYNC_TIME (.env line 2) is not a setting of Asset Sync; did you mean SYNC_TIMES?
          API_TOKENS=hush        | API_TOKENS (.env line 2) is not a setting of Asset Sync; docs/configuration.md lists them
          LOG_DIRECTORY=x        | LOG_DIRECTORY (.env line 2) is not a setting of Asset Sync; docs/configuration.md lists them
          SNIPEIT_TOKEN="hush    | SNIPEIT_TOKEN (.env line 2) begins with a quote that does not end in its line; close or remove it
          SNIPEIT_TOKEN: hush    | SNIPEIT_TOKEN (.env line 2) is not followed by an equals sign; expected SNIPEIT_TOKEN=value
          export SNIPEIT_TOKEN   | SNIPEIT_TOKEN (.env line 2) is not followed by an equals sign; expected SNIPEIT_TOKEN=value
          SNIPEIT_TOKEN=${HUSH}  | SNIPEIT_TOKEN (.env line 2) holds ${...}, which is not expanded; write the value itself, or use single quotes if this is the value
          HTTP_HOST=again        | HTTP_HOST (.env line 2) is given before, in .env line 1; keep one of them
          """)
  void faultyLine_isAProblem(String line, String problem) throws IOException {
    file("HTTP_HOST=once\n" + line);

    assertThat(problems(read(Map.of()))).containsExactly(problem);
  }

  @Test
  void expansionInSingleQuotes_isTheValue() throws IOException {
    file("HTTP_HOST='${HOME}'");

    assertThat(shown(read(Map.of()))).contains("HTTP_HOST = ${HOME} (.env line 1)");
  }

  @Test
  void misspeltForeignLookingName_isNoted() throws IOException {
    file("DATABASE_ULR=x");

    assertThat(read(Map.of()).notes())
        .containsExactly("DATABASE_ULR (.env line 1) is not read; did you mean DATABASE_URL?");
  }

  @Test
  void otherEncoding_matters_onlyInOurValues() throws IOException {
    Files.write(
        directory.resolve(".env"),
        "# Zürich\nFOREIGN=ü\nHTTP_HOST=zürich".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problems(read(Map.of())))
        .containsExactly(
            "HTTP_HOST (.env line 3) holds characters that are not UTF-8; save the file as UTF-8");
  }

  @Test
  void fileThatIsADirectory_isAProblem() throws IOException {
    Files.createDirectory(directory.resolve(".env"));

    assertThat(problems(read(Map.of())))
        .singleElement()
        .asString()
        .endsWith("cannot be read; make it a text file that this user may read, or remove it");
  }

  @Test
  void problems_areToldAllAtOnce() {
    Settings settings = read(Map.of("HTTP_PORT", "x", "SYNC_FOO_BAR_BAZ", "x"));
    settings.get(Key.HTTP_PORT, Parse::number);
    settings.require(Key.SNIPEIT_TOKEN, text -> text, "a token");

    assertThat(problems(settings))
        .containsExactly(
            "SYNC_FOO_BAR_BAZ (environment) is not a setting of Asset Sync;"
                + " docs/configuration.md lists them",
            "HTTP_PORT (environment): \"x\" is wrong here; expected a whole number",
            "SNIPEIT_TOKEN is not set, neither in the environment nor in .env; expected a token");
  }

  @Test
  void faultyValue_countsAsTheDefault() {
    assertThat(read(Map.of("HTTP_PORT", "x")).get(Key.HTTP_PORT, Parse::number)).isEqualTo(8000);
  }

  private void file(String text) throws IOException {
    Files.writeString(directory.resolve(".env"), text);
  }

  private Settings read(Map<String, String> environment) {
    return Settings.read(Map.of(), environment, directory.resolve(".env"));
  }

  private static List<String> shown(Settings settings) {
    return settings.all().stream().map(Setting::toString).toList();
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
