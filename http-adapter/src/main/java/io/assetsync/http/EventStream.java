package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The events on their way to one client. Sending never waits: what the client does not take at once
 * is kept, up to a bound; a client that lets more pile up is dropped.
 *
 * <p>Usable from any thread.
 */
final class EventStream implements WriteListener {

  /** Half a minute of a running synchronisation. */
  static final int MAX_WAITING = 32;

  private final ServletOutputStream out;
  private final Consumer<EventStream> ended;
  private final long since = System.nanoTime();
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private boolean writable;
  private boolean unflushed;
  private boolean over;

  /**
   * @param ended told once, when nothing more will be sent, to end the answer
   */
  EventStream(ServletOutputStream out, Consumer<EventStream> ended) {
    this.out = out;
    this.ended = ended;
  }

  /** Lets what waits be written as soon as the thread of the request has gone. */
  void begin() {
    out.setWriteListener(this);
  }

  long age(long nanos) {
    return nanos - since;
  }

  synchronized void send(String message) {
    if (over) {
      return;
    }
    waiting.add(message.getBytes(UTF_8));
    if (writable) {
      write();
    }
    if (waiting.size() > MAX_WAITING) {
      end();
    }
  }

  @Override
  public synchronized void onWritePossible() {
    writable = true;
    write();
  }

  @Override
  public void onError(Throwable thrown) {
    end();
  }

  /** Ends the answer. */
  synchronized void end() {
    if (over) {
      return;
    }
    over = true;
    waiting.clear();
    ended.accept(this);
  }

  /** Where it stops because the client is not ready, Jetty calls again when it is. */
  private void write() {
    try {
      while (!over && (unflushed || !waiting.isEmpty())) {
        if (!out.isReady()) {
          return;
        }
        byte[] next = waiting.poll();
        if (next == null) {
          unflushed = false;
          out.flush();
        } else {
          unflushed = true;
          out.write(next);
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }
}
