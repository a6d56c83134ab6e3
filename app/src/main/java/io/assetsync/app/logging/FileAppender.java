package io.assetsync.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Appends the log to files. A line that cannot be written, as on a full disk, is lost and said once
 * on stderr; the next one is tried again.
 */
final class FileAppender extends AppenderBase<ILoggingEvent> {

  private final DatedFiles files;
  private final LineEncoder encoder;
  private boolean broken;

  FileAppender(DatedFiles files, LineEncoder encoder) {
    this.files = files;
    this.encoder = encoder;
    setName("file");
  }

  @Override
  protected void append(ILoggingEvent event) {
    try {
      files.append(encoder.encode(event));
      broken = false;
    } catch (IOException e) {
      tell(e);
    }
  }

  @Override
  public void stop() {
    super.stop();
    try {
      files.close();
    } catch (IOException e) {
      tell(e);
    }
  }

  private void tell(IOException failure) {
    if (!broken) {
      PrintStream stderr = System.err;
      stderr.println("asset-sync: the log file cannot be written: " + failure.getMessage());
    }
    broken = true;
  }
}
