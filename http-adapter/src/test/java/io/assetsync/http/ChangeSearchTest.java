package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunChanges.Cursor;
import io.assetsync.core.run.RunChanges.Filter;
import io.assetsync.core.run.RunChanges.RowChange;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.testing.InMemoryRunChanges;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import io.assetsync.http.ChangeSearch.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeSearchTest {

  private static final RunId RUN = new RunId(1);
  private static final int ROWS = 2 * ChangeSearch.MAX_LOOKED_AT + 10;

  private final InMemorySync sync = new InMemorySync(CompanyAttributes.TYPE);
  private final ChangeSearch search = new ChangeSearch(new InMemoryRunChanges(sync.store()));

  @BeforeEach
  void publish() {
    sync.source()
        .lists(
            CompanyAttributes.TYPE, Samples.companies(LongStream.rangeClosed(1, ROWS).toArray()));
    sync.engine().sync(RunRequest.full("test"));
  }

  @Test
  void find_goesOnWhereItStoppedLooking() {
    Optional<String> last = Optional.of("COMPANY " + ROWS);

    Found first = find(last, Cursor.START, 5);
    Found second = find(last, first.next().orElseThrow(), 5);
    Found third = find(last, second.next().orElseThrow(), 5);

    assertThat(first.rows()).isEmpty();
    assertThat(first.next().orElseThrow().key().value()).isEqualTo(ChangeSearch.MAX_LOOKED_AT);
    assertThat(third.rows()).extracting(RowChange::label).containsExactly("Company " + ROWS);
    assertThat(third.next()).isEmpty();
  }

  @Test
  void find_missesNoneAndTellsNoneTwice() {
    for (Optional<String> text : List.of(Optional.<String>empty(), Optional.of("99"))) {
      List<Long> keys = new ArrayList<>();
      Optional<Cursor> place = Optional.of(Cursor.START);
      while (place.isPresent()) {
        Found found = find(text, place.get(), 700);
        found.rows().forEach(row -> keys.add(row.key().value()));
        place = found.next();
      }
      assertThat(keys)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, ROWS)
                  .filter(key -> text.isEmpty() || String.valueOf(key).contains("99"))
                  .boxed()
                  .toList());
    }
  }

  private Found find(Optional<String> text, Cursor after, int max) {
    return search.find(RUN, Filter.NONE, text, after, max);
  }
}
