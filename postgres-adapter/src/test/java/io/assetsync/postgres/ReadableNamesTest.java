package io.assetsync.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadableNamesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "MAC Address,mac_address",
        "  CPU (GHz)  ,cpu_ghz",
        "Größe,größe",
        "Серийный №,серийный_no",
        "シリアル番号,シリアル番号",
        "मेमोरी,मेमोरी",
        "2nd screen,_2nd_screen",
        "_private_,private",
        "a__b - c,a_b_c",
        "Café ☕️ key 🔑,café_key",
        "\"; drop table asset; --,drop_table_asset",
        "O'Neill\\,o_neill",
        "order,order_7",
        "!?%,custom_field_7",
        "🔑,custom_field_7",
        "\u0301,custom_field_7",
        "a\u200bb,a_b",
      })
  void name_needsNoQuotes(String label, String name) {
    assertThat(columns().choose(label, 7)).isEqualTo(name);
  }

  @Test
  void name_isGivenOutOnce() {
    ReadableNames names = columns();

    assertThat(names.choose("Colour", 2)).isEqualTo("colour");
    assertThat(names.choose("Colour 9", 4)).isEqualTo("colour_9");
    assertThat(names.choose("COLOUR", 5)).isEqualTo("colour_5");
    assertThat(names.choose("colour?", 9)).isEqualTo("colour_9_9");
  }

  @Test
  void longName_isCutBetweenCharactersAndKeepsItsId() {
    ReadableNames names = columns();
    String label = "ü".repeat(200);

    assertThat(names.choose(label, 1)).isEqualTo("ü".repeat(31));
    assertThat(names.choose(label, 123)).isEqualTo("ü".repeat(29) + "_123");
    assertThat(names.choose("a".repeat(200), 1).getBytes(UTF_8)).hasSize(63);
  }

  @Test
  void prefix_isPartOfEveryName() {
    ReadableNames names = new ReadableNames("fieldset_", "fieldset", Set.of("fieldset_history"));

    assertThat(names.choose("Laptops", 1)).isEqualTo("fieldset_laptops");
    assertThat(names.choose("2024", 1)).isEqualTo("fieldset_2024");
    assertThat(names.choose("History", 3)).isEqualTo("fieldset_history_3");
    assertThat(names.choose("...", 4)).isEqualTo("fieldset_4");
  }

  private static ReadableNames columns() {
    return new ReadableNames("", "custom_field", Set.of("order"));
  }
}
