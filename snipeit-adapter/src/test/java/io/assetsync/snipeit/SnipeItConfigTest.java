package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Secret;
import io.assetsync.snipeit.SnipeItConfig.Lookback;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.SnipeItConfig.Proxy;
import io.assetsync.snipeit.SnipeItConfig.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SnipeItConfigTest {

  private static final URI URL = URI.create("https://assets.example.org");
  private static final Secret TOKEN = new Secret("eyJ0.eyJh-_.c2ln");

  @Test
  void of_hasTheDocumentedDefaults() {
    SnipeItConfig config = SnipeItConfig.of(URL, TOKEN);

    assertThat(config)
        .isEqualTo(
            new SnipeItConfig(
                URL,
                TOKEN,
                ZoneOffset.UTC,
                Optional.empty(),
                Set.copyOf(Kind.types()),
                new Transport(
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(120),
                    Duration.ofMinutes(10)),
                new Pace(0.75, Duration.ofMinutes(5), 5, 3),
                new Paging(500, 200),
                new Lookback(Duration.ofHours(3), Duration.ofDays(30))));
  }

  @Test
  void with_changesOnePartEach() {
    Transport transport =
        Transport.DEFAULT
            .withCaBundle(Path.of("ca.pem"))
            .withProxy(Proxy.of(URI.create("http://proxy.example.org:3128")))
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2))
            .withCallTimeout(Duration.ofSeconds(3));
    Pace pace =
        Pace.DEFAULT.withShare(1).withMaxWait(Duration.ZERO).withAttempts(1).withParallel(2);
    SnipeItConfig config =
        SnipeItConfig.of(URL, TOKEN)
            .withTimeZone(ZoneId.of("Europe/Berlin"))
            .withDateFormat("d/m/Y")
            .withTypes(Set.of(AssetAttributes.TYPE))
            .withTransport(transport)
            .withPace(pace)
            .withPaging(new Paging(2, 3))
            .withLookback(new Lookback(Duration.ofHours(4), Duration.ofDays(7)));

    assertThat(config)
        .isEqualTo(
            new SnipeItConfig(
                URL,
                TOKEN,
                ZoneId.of("Europe/Berlin"),
                Optional.of("d/m/Y"),
                Set.of(AssetAttributes.TYPE),
                new Transport(
                    Optional.of(Path.of("ca.pem")),
                    Optional.of(
                        new Proxy(URI.create("http://proxy.example.org:3128"), "", new Secret(""))),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3)),
                new Pace(1, Duration.ZERO, 1, 2),
                new Paging(2, 3),
                new Lookback(Duration.ofHours(4), Duration.ofDays(7))));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example,https://h.example",
    "https://h.example/,https://h.example",
    "https://h.example/api/v1,https://h.example",
    "https://h.example/api/v1/,https://h.example",
    "https://h.example:8443/assets/,https://h.example:8443/assets",
    "HTTP://h.example/assets/api/v1//,http://h.example/assets",
    "http://[::1]:8080,http://[::1]:8080",
  })
  void url_mayNameTheApiOrNot(URI given, URI kept) {
    SnipeItConfig config = SnipeItConfig.of(given, TOKEN);

    assertThat(config.url()).isEqualTo(kept);
    assertThat(config.apiUrl()).isEqualTo(URI.create(kept + "/api/v1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assets.example.org",
        "ftp://assets.example.org",
        "https:///api/v1",
        "https://under_score.example",
        "https://me:secret@assets.example.org",
        "https://assets.example.org?a=b",
        "https://assets.example.org#top",
        "mailto:me@example.org",
      })
  void url_thatIsNoneIsRefused(URI url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnipeItConfig.of(url, TOKEN))
        .withMessageContaining("the Snipe-IT URL")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "Bearer abc", "abc\n", "abc{def}", "\u00e4"})
  void token_thatCannotBeOneIsRefusedWithoutShowingIt(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnipeItConfig.of(URL, new Secret(token)))
        .withMessageStartingWith("the Snipe-IT token ")
        .withMessageNotContaining("abc");
  }

  @Test
  void token_isNotShown() {
    assertThat(SnipeItConfig.of(URL, TOKEN).toString()).doesNotContain(TOKEN.reveal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "http://proxy.example.org:3128 | http://proxy.example.org:3128 | ~~ | ~~",
        "http://proxy.example.org | http://proxy.example.org:80 | ~~ | ~~",
        "https://proxy.example.org/ | https://proxy.example.org:443 | ~~ | ~~",
        "http://me:p%40ss%3Aword@proxy.example.org:1 | http://proxy.example.org:1 | me | p@ss:word",
        "http://me@proxy.example.org:1 | http://proxy.example.org:1 | me | ~~",
      })
  void proxy_isReadFromAUrl(URI url, URI address, String user, String password) {
    assertThat(Proxy.of(url)).isEqualTo(new Proxy(address, user, new Secret(password)));
    assertThat(Proxy.of(url).toString()).doesNotContain("p@ss").doesNotContain("p%40ss");
  }

  @Test
  void proxy_thatIsNoneIsRefusedWithoutShowingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proxy.of(URI.create("socks5://me:secret@proxy.example.org")))
        .withMessageNotContaining("secret");
  }

  @Test
  void numbers_outOfBoundsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pace.DEFAULT.withShare(0))
        .withMessage("the share of the granted calls is 0.0, which is not above 0 and at most 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.DEFAULT.withShare(1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.DEFAULT.withShare(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pace.DEFAULT.withMaxWait(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.DEFAULT.withAttempts(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pace.DEFAULT.withParallel(0))
        .withMessage("the number of parallel calls is 0, which is not between 1 and 8");
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.DEFAULT.withParallel(9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Paging(1, 200))
        .withMessage("the page size is 1, which is not between 2 and 10000");
    assertThatIllegalArgumentException().isThrownBy(() -> new Paging(500, 10_001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lookback.DEFAULT.withOverlap(Duration.ofMinutes(119)))
        .withMessage("the overlap is PT1H59M, which is not between PT2H and PT720H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transport.DEFAULT.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Transport.DEFAULT.withTimeouts(Duration.ofSeconds(1), Duration.ofHours(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transport.DEFAULT.withCallTimeout(Duration.ofMinutes(61)))
        .withMessage("the call timeout is PT1H1M, which is not between PT0.001S and PT1H");
  }

  @Test
  void types_areSomeOfTheDescribedOnes() {
    SnipeItConfig config = SnipeItConfig.of(URL, TOKEN);

    assertThatIllegalArgumentException().isThrownBy(() -> config.withTypes(Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withTypes(Set.of(EntityType.define("unheard_of").build())));
  }
}
