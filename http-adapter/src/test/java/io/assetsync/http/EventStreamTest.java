package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  private final Client client = new Client();
  private final List<EventStream> ended = new ArrayList<>();
  private final EventStream stream = new EventStream(client, ended::add);

  /** Takes bytes only while it is ready. */
  private static final class Client extends ServletOutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean ready = true;

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}

    @Override
    public void write(int b) {
      taken.write(b);
    }
  }

  @Test
  void messages_waitUntilTheClientTakesThem() {
    stream.send("a");
    client.ready = false;
    stream.onWritePossible();
    stream.send("b");
    assertThat(client.taken.size()).isZero();

    client.ready = true;
    stream.onWritePossible();
    stream.send("c");

    assertThat(client.taken.toString(UTF_8)).isEqualTo("abc");
    assertThat(ended).isEmpty();
  }

  @Test
  void client_thatTakesNothingIsDropped() {
    client.ready = false;
    stream.onWritePossible();
    for (int i = 0; i < EventStream.MAX_WAITING; i++) {
      stream.send("a");
    }
    assertThat(ended).isEmpty();

    stream.send("one more");
    stream.send("and another");

    assertThat(ended).containsExactly(stream);
  }

  @Test
  void client_thatHasGoneIsDroppedOnce() {
    stream.onError(new IllegalStateException("gone"));
    stream.end();
    client.ready = true;
    stream.onWritePossible();
    stream.send("a");

    assertThat(ended).containsExactly(stream);
    assertThat(client.taken.size()).isZero();
  }
}
