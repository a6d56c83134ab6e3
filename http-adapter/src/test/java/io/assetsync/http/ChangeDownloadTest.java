package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.run.RunChanges.FieldChange;
import io.assetsync.core.run.RunChanges.Operation;
import io.assetsync.core.run.RunChanges.RowChange;
import io.assetsync.core.testing.Samples;
import io.assetsync.http.HttpCalls.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeDownloadTest {

  private static final int ROWS = 2_500;

  @AutoClose private final ServedSync served = new ServedSync();

  @BeforeEach
  void run() {
    served
        .sync()
        .source()
        .lists(
            CompanyAttributes.TYPE, Samples.companies(LongStream.rangeClosed(1, ROWS).toArray()));
    served.sync().sync();
  }

  @Test
  void csv_isTheWholeAsAFile() {
    Reply file = served.calls().get("/sync/runs/1/changes.csv");

    assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"run-1-changes.csv\"");
    assertThat(file.body())
        .startsWith("\uFEFFtype,id,label,operation,attribute,before,after\r\n")
        .contains("\r\ncompany,2500,\"Company 2500\",created,\"life_cycle\",,\"active\"\r\n");
    assertThat(file.body().lines()).hasSize(ROWS + 1);
  }

  @Test
  void json_isTheWholeAsAnArray() {
    JsonNode rows = served.calls().get("/sync/runs/1/changes.json").json();

    assertThat(rows).hasSize(ROWS);
    assertThat(rows.get(ROWS - 1).path("label").asText()).isEqualTo("Company " + ROWS);
  }

  @Test
  void filters_areThoseOfThePages() {
    assertThat(served.calls().get("/sync/runs/1/changes.json?text=pany%202499").json()).hasSize(1);
    assertThat(served.calls().get("/sync/runs/1/changes.csv?operation=removed").body().lines())
        .hasSize(1);
    assertThat(served.calls().get("/sync/runs/1/changes.csv?type=nothing").status()).isEqualTo(400);
    assertThat(served.calls().get("/sync/runs/9/changes.csv").status()).isEqualTo(404);
  }

  @Test
  void csv_keepsTextsFromBeingFormulas() {
    RowChange row =
        new RowChange(
            "asset",
            new EntityKey(7),
            "=1+1",
            Operation.UPDATED,
            List.of(
                new FieldChange("name", Optional.of("say \"hi\",\nthere"), Optional.of("@SUM(A1)")),
                new FieldChange("notes", Optional.of(""), Optional.empty())));

    assertThat(new ChangeDownload.Csv().row(row, true))
        .isEqualTo(
            "asset,7,\"'=1+1\",updated,\"name\",\"say \"\"hi\"\",\nthere\",\"'@SUM(A1)\"\r\n"
                + "asset,7,\"'=1+1\",updated,\"notes\",\"\",\r\n");
  }
}
