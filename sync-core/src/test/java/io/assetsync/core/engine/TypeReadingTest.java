package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.testing.Samples;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TypeReadingTest {

  @Test
  void rejects_areNotKeptWithoutLimit() {
    TypeReading reading = new TypeReading(CompanyAttributes.TYPE);
    long[] keys = LongStream.rangeClosed(1, TypeReport.MAX_FINDINGS + 1).toArray();

    reading.add(Samples.unreadable(CompanyAttributes.TYPE, keys));

    assertThat(reading.findings()).hasSize(TypeReport.MAX_FINDINGS);
    assertThat(reading.event(new RunId(1)).rejects()).isEqualTo(TypeReport.MAX_FINDINGS + 1L);
  }

  @Test
  void rejects_countOnceHoweverOftenTheyAreRead() {
    TypeReading reading = new TypeReading(CompanyAttributes.TYPE);

    reading.add(Samples.unreadable(CompanyAttributes.TYPE, 1, 2));
    reading.add(Samples.unreadable(CompanyAttributes.TYPE, 2, 3));

    assertThat(reading.rejected()).isEqualTo(3);
    assertThat(reading.findings()).hasSize(3);
  }
}
