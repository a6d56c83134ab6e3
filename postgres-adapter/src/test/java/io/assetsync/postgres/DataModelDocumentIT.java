package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What {@code docs/data-model.md} says can be run. */
final class DataModelDocumentIT {

  private static final Pattern EXAMPLE = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void examples_run() {
    List<String> examples =
        EXAMPLE.matcher(document()).results().map((MatchResult found) -> found.group(1)).toList();

    assertThat(examples).hasSizeGreaterThan(20);
    mirror.execute("update history_extent set kept_since = '2025-01-01Z'");
    for (String example : examples) {
      // A role belongs to the whole server, which other tests use, too.
      String harmless = "begin; set local search_path = asset_sync; " + example + "; rollback";
      assertThatCode(() -> mirror.server().execute(harmless))
          .as(example)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void document_namesEveryTable() {
    assertThat(EntityTypes.all())
        .extracting(EntityType::name)
        .allSatisfy(name -> assertThat(document()).contains('`' + name + '`'));
  }

  private static String document() {
    try {
      return Files.readString(Path.of("..", "docs", "data-model.md")).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
