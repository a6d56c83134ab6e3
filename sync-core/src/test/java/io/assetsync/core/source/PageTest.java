package io.assetsync.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages, rejects and what reading costs. */
final class PageTest {

  @Test
  void page_refusesAnEntityOfAnotherType() {
    List<Entity> entities = List.of(Samples.company(1, "ACME"), Samples.location(2, "Somewhere"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Page(CompanyAttributes.TYPE, entities, List.of()))
        .withMessage("a page of company holds location 2");
  }

  @Test
  void page_doesNotChangeWithTheListsItWasMadeFrom() {
    List<Entity> entities = new ArrayList<>(List.of(Samples.location(2, "Somewhere")));
    List<Reject> rejects = new ArrayList<>(List.of(Reject.row(Optional.empty(), "no id")));
    Page page = new Page(LocationAttributes.TYPE, entities, rejects);
    entities.clear();
    rejects.clear();

    assertThat(page.entities()).hasSize(1);
    assertThat(page.rejects()).hasSize(1);
  }

  @Test
  void reject_isOfARowOrOfAValue() {
    EntityKey key = new EntityKey(1);

    assertThat(Reject.row(Optional.of(key), "a list"))
        .isEqualTo(new Reject(Optional.of(key), Optional.empty(), "a list"));
    assertThat(Reject.value(key, CompanyAttributes.NAME, "a list"))
        .isEqualTo(new Reject(Optional.of(key), Optional.of(CompanyAttributes.NAME), "a list"));
  }

  @Test
  void cost_isCountedFromAnEarlierReading() {
    ReadCost earlier = new ReadCost(2, 100, Duration.ofSeconds(1));
    ReadCost later = new ReadCost(5, 700, Duration.ofSeconds(4));

    assertThat(later.since(earlier)).isEqualTo(new ReadCost(3, 600, Duration.ofSeconds(3)));
    assertThat(later.since(ReadCost.NONE)).isEqualTo(later);
  }
}
