package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.SourceException;
import org.junit.jupiter.api.Test;

final class ReportTableTest {

  @Test
  void table_hasARowForEachKindAndTheTotal() {
    assertThat(ReportTable.of(Reports.held()))
        .isEqualTo(
            """
            Run 7 held in 12 s
            asset: too many would go
            kind          read  new  changed  refreshed  gone  held  unlisted  rejected
            asset         1200    3       12          1     0    40         0         1
            user_account    90    0        0          0     2     0         1         1
            total         1290    3       12          1     2    40         1         2
            """);
  }

  @Test
  void failedRun_hasNoTable() {
    SourceException refused = new SourceException(SourceException.Fault.REFUSED, "no");

    assertThat(ReportTable.of(Reports.failed(refused))).isEqualTo("Run 7 failed in 12 s\n");
  }
}
