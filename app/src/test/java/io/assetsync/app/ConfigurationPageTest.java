package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.snipeit.SnipeItConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ConfigurationPageTest {

  private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| (?:`(.*?)` )?\\| .+ \\|");

  @Test
  void page_hasEverySettingWithItsDefaultAndNoOther() throws IOException {
    Map<String, String> documented = new HashMap<>();
    for (String line : Files.readAllLines(page())) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(row.group(1), row.group(2) == null ? "" : row.group(2));
      }
    }
    Map<String, String> known = new HashMap<>();
    Arrays.stream(Key.values()).forEach(key -> known.put(key.name(), key.defaultText()));

    assertThat(documented).isEqualTo(known);
  }

  @Test
  void page_hasEveryKind() throws IOException {
    List<String> kinds =
        SnipeItConfig.readableTypes().stream().map(type -> "`" + type.name() + "`").toList();

    assertThat(Files.readString(page())).contains(String.join(", ", kinds));
  }

  private static Path page() {
    return ProjectRoot.path().resolve("docs/configuration.md");
  }
}
