package io.assetsync.app;

import static io.assetsync.app.EnvFile.Quoting.DOUBLE;
import static io.assetsync.app.EnvFile.Quoting.NONE;
import static io.assetsync.app.EnvFile.Quoting.SINGLE;
import static io.assetsync.app.EnvFile.Quoting.UNCLOSED;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.app.EnvFile.Line;
import io.assetsync.app.EnvFile.OtherLine;
import io.assetsync.app.EnvFile.Quoting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvFileTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("K=v", "v", NONE),
        Arguments.of("  K = v  ", "v", NONE),
        Arguments.of("export K=v", "v", NONE),
        Arguments.of("\texport\tK=v", "v", NONE),
        Arguments.of("K=", "", NONE),
        Arguments.of("K=two words", "two words", NONE),
        Arguments.of("K=a=b=", "a=b=", NONE),
        Arguments.of("K=a#b", "a#b", NONE),
        Arguments.of("K=a #b #c", "a", NONE),
        Arguments.of("K= # nothing", "", NONE),
        Arguments.of("K=C:\\certs\\new\\ca.pem", "C:\\certs\\new\\ca.pem", NONE),
        Arguments.of("K=\\\\server\\share", "\\\\server\\share", NONE),
        Arguments.of("K=it's", "it's", NONE),
        Arguments.of("K=${HOME}/x", "${HOME}/x", NONE),
        Arguments.of("K='v'", "v", SINGLE),
        Arguments.of("K=' a # b '  # comment", " a # b ", SINGLE),
        Arguments.of("K='it's'", "it's", SINGLE),
        Arguments.of("K=''", "", SINGLE),
        Arguments.of("K=\"v\"", "v", DOUBLE),
        Arguments.of("K=\"a # b\" # comment", "a # b", DOUBLE),
        Arguments.of("K=\"C:\\new\\dir\\\"", "C:\\new\\dir\\", DOUBLE),
        Arguments.of("K=\"say \\\"hi\\\"\"", "say \\\"hi\\\"", DOUBLE),
        Arguments.of("K=\"\"", "", DOUBLE),
        Arguments.of("K=\"v", "\"v", UNCLOSED),
        Arguments.of("K='v' w", "'v' w", UNCLOSED),
        Arguments.of("K=\"v'", "\"v'", UNCLOSED));
  }

  @ParameterizedTest
  @MethodSource("values")
  void value_isWhatIsWritten(String line, String value, Quoting quoting) {
    assertThat(EnvFile.parse(line).lines()).containsExactly(new Line(1, "K", value, quoting));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_endAsOnAnySystem(String end) {
    EnvFile file = EnvFile.parse(String.join(end, "# ours", "A=1", "", "B=2", ""));

    assertThat(file.lines())
        .containsExactly(new Line(2, "A", "1", NONE), new Line(4, "B", "2", NONE));
    assertThat(file.others()).isEmpty();
  }

  @Test
  void line_standsAlone() {
    EnvFile file = EnvFile.parse("KEY=\"first\nsecond\"\nA=1");

    assertThat(file.lines())
        .containsExactly(new Line(1, "KEY", "\"first", UNCLOSED), new Line(3, "A", "1", NONE));
    assertThat(file.others()).containsExactly(new OtherLine(2, "second\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "#", "  # A=1"})
  void blankOrComment_isNothing(String line) {
    assertThat(EnvFile.parse(line)).isEqualTo(EnvFile.empty());
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of(UTF_8, ""),
        Arguments.of(UTF_8, "\uFEFF"),
        Arguments.of(UTF_16LE, "\uFEFF"),
        Arguments.of(UTF_16BE, "\uFEFF"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void encoding_isFoundOut(Charset charset, String mark, @TempDir Path directory)
      throws IOException {
    Path path = directory.resolve(".env");
    Files.write(path, (mark + "K=Zürich\r\n").getBytes(charset));

    assertThat(EnvFile.read(path).lines()).containsExactly(new Line(1, "K", "Zürich", NONE));
  }

  @Test
  void directory_cannotBeRead(@TempDir Path directory) {
    assertThatThrownBy(() -> EnvFile.read(directory)).isInstanceOf(UncheckedIOException.class);
  }
}
