package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain | plain",
        "O&#039;Reilly &amp; S\u00f6hne &lt;GmbH&gt; &quot;X&quot; | O'Reilly & S\u00f6hne <GmbH> \"X\"",
        "&amp;amp; | &amp;",
        "&amp;lt; | &lt;",
        "&nbsp; &#39; &apos; &copy; | &nbsp; &#39; &apos; &copy;",
        "a & b &am | a & b &am",
        "&&amp;& | &&&",
        "\ud83d\ude00 &amp; \u674e | \ud83d\ude00 & \u674e",
      })
  void unescaped_undoesFiveEntitiesOnce(String sent, String stored) {
    assertThat(Text.unescaped(sent)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "null",
      value = {
        "Created by DB seeder | Created by DB seeder",
        "2 <em> 3 </em> 4 | 2  3  4",
        "see <a href=\"https://x.example/?a=1&amp;b=2\">it</a> | see it",
        "a<br />b | ab",
        "&lt;b&gt; &amp; &quot;q&quot; 'x' | <b> & \"q\" 'x'",
        "caf&eacute; | caf\u00e9",
        "1 < 2 and 3 > 2 | 1 < 2 and 3 > 2",
        "open <b | open <b",
        "<img src=\"x\" /> | null",
      })
  void withoutMarkup_isTheTextOfTheHtml(String html, @Nullable String text) {
    assertThat(Text.withoutMarkup(html)).isEqualTo(text);
  }

  @Test
  void raw_ofAnEmptyTextIsNone() {
    assertThat(Text.raw("")).isNull();
    assertThat(Text.unescaped("")).isNull();
    assertThat(Text.raw("\u0000")).isNull();
  }

  @Test
  void raw_dropsWhatPostgresqlCannotHold() {
    assertThat(Text.raw("a\u0000b\ud83dc\ude00d\ud83d\ude00")).isEqualTo("abcd\ud83d\ude00");
    assertThat(Text.unescaped("&amp;\u0000&lt;\ud83d")).isEqualTo("&<");
  }

  @Test
  void raw_keepsWhiteSpace() {
    assertThat(Text.raw(" a\r\n\tb ")).isEqualTo(" a\r\n\tb ");
  }
}
