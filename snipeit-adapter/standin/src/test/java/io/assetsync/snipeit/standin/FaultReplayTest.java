package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.assetsync.snipeit.standin.Corpus.Exchange;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The calls that were recorded while Snipe-IT was in trouble, replayed with the fault injected. */
class FaultReplayTest {

  private static final Map<String, Fault> FAULTS =
      Map.of(
          "ops/db-down-", Fault.databaseDown(),
          "ops/maintenance-", Fault.maintenance(),
          "ops/500-", Fault.serverError(),
          "ops/proxy-502", Fault.badGateway());

  private final Corpus corpus = Corpus.find();
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder().serving(corpus.recording()).build().start();

  @AfterEach
  void close() {
    standIn.close();
  }

  @TestFactory
  Stream<DynamicTest> recordedTrouble_isAnsweredAsRecorded() {
    return FAULTS.entrySet().stream()
        .flatMap(
            fault ->
                corpus.exchanges().stream()
                    .filter(call -> call.file().startsWith(fault.getKey()))
                    .map(call -> dynamicTest(call.file(), () -> replay(call, fault.getValue()))));
  }

  private void replay(Exchange call, Fault fault) {
    standIn.inject(fault);
    String authorization = call.who().equals("custom") ? "" : "Bearer " + standIn.token();
    HttpResponse<String> answer =
        new Client(standIn, authorization).send(call.method(), call.path(), call.accept());
    Replays.assertSameHead(answer, call);
    String recorded = corpus.text(call.file());
    if (recorded.contains("the recorded page is longer")) {
      assertThat(answer.body()).startsWith("<!DOCTYPE html>");
      return;
    }
    assertThat(Replays.withoutHost(answer.body()).strip())
        .isEqualTo(Replays.withoutHost(recorded).strip());
  }
}
