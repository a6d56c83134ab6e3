package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a & b < c > d \" e ' f | a &amp; b &lt; c &gt; d &quot; e &#039; f",
        "&amp; | &amp;amp;",
        "&lt;b&gt; | &amp;lt;b&amp;gt;",
        "Größe 😀 | Größe 😀"
      })
  void escape_replacesFiveCharactersOnce(String stored, String shown) {
    assertThat(Html.escape(stored)).isEqualTo(shown);
    assertThat(Html.unescape(shown)).isEqualTo(stored);
  }

  /** The first three were recorded from a real Snipe-IT; the others follow from Parsedown. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "**bold** <b>html</b> & \"q\" 's' 😀 "
            + "| <strong>bold</strong> &lt;b&gt;html&lt;/b&gt; &amp; &quot;q&quot; 's' 😀",
        "patched & <5> | patched &amp; &lt;5&gt;",
        "<b> [link](javascript:alert(1)) <img src=x> "
            + "| &lt;b&gt; <a href=\"javascript%3Aalert(1)\">link</a> &lt;img src=x&gt;",
        "R&amp;D | R&amp;D",
        "2 * 3 * 4 | 2 <em> 3 </em> 4",
        "~~gone~~ *here* | <del>gone</del> <em>here</em>",
        "see https://a.example/?x=1&y=2. "
            + "| see <a href=\"https://a.example/?x=1&amp;y=2\">https://a.example/?x=1&amp;y=2</a>.",
        "no *end | no *end"
      })
  void markdown_isShownAsParsedownShowsIt(String stored, String shown) {
    assertThat(Html.markdown(stored)).isEqualTo(shown);
  }

  @Test
  void code_isEscapedButNotFormatted() {
    assertThat(Html.markdown("`a *b* <c>`")).isEqualTo("<code>a *b* &lt;c&gt;</code>");
  }

  @Test
  void twoSpacesBeforeANewline_breakTheLine() {
    assertThat(Html.markdown("one  \ntwo\nthree")).isEqualTo("one<br />\ntwo\nthree");
  }
}
