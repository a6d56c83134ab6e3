package io.assetsync.app.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;

/**
 * Writes what is logged in the format that is configured, text until then, and hides the secrets of
 * the process. Public for {@code logback.xml}.
 */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {

  /** Of the process, as its log is. */
  static final KnownSecrets SECRETS = new KnownSecrets();

  private static final byte[] NOTHING = {};

  private volatile LineFormat format = LineFormat.of(LogFormat.TEXT);

  void use(LogFormat chosen) {
    format = LineFormat.of(chosen);
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return format.write(event, SECRETS::hidden).getBytes(UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
