package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "PORT,PORT,0",
    "PROT,PORT,1",
    "PRT,PORT,1",
    "PORTS,PORT,1",
    "PAST,PORT,2",
    "'',PORT,4"
  })
  void edits_areCounted(String from, String to, int edits) {
    assertThat(Nearest.edits(from, to)).isEqualTo(edits);
  }

  @Test
  void nearest_isTheOneWithFewestEdits() {
    assertThat(Nearest.to("HTTP_PROT", List.of("HTTP_HOST", "HTTP_PORT"), 2)).contains("HTTP_PORT");
  }

  @Test
  void nearest_isNoneBeyondTheLimit() {
    assertThat(Nearest.to("SOMETHING", List.of("HTTP_HOST", "HTTP_PORT"), 2)).isEmpty();
  }
}
