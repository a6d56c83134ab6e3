package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.core.run.RunChanges.Cursor;
import io.assetsync.core.run.RunChanges.RowChange;
import io.assetsync.http.ChangeSearch.Found;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All changes of a run as one file, read and sent page by page.
 *
 * <p>Where a page cannot be read, the connection is cut, so that nobody takes a part for the whole.
 */
final class ChangeDownload implements AnswerStream {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeDownload.class);

  private final Format format;
  private final Found first;
  private final Function<Cursor, Found> following;

  /**
   * @param first the first page
   * @param following reads the page at a place
   */
  ChangeDownload(Format format, Found first, Function<Cursor, Found> following) {
    this.format = format;
    this.first = first;
    this.following = following;
  }

  /** How a file is written. */
  interface Format {

    String contentType();

    /** Returns the end of the file's name. */
    String extension();

    String begin();

    /**
     * Returns what is written for a row.
     *
     * @param isFirst whether it is the first of the file
     */
    String row(RowChange row, boolean isFirst);

    String end();
  }

  @Override
  public String contentType() {
    return format.contentType();
  }

  @Override
  public void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
    try {
      out.write(format.begin());
      writePages(out);
      out.write(format.end());
      out.flush();
    } catch (RuntimeException e) {
      LOG.warn("A download of changes was cut off: {}", e.getMessage());
      Visit.connection(request).close();
    }
  }

  private void writePages(Writer out) throws IOException {
    boolean isFirst = true;
    Found page = first;
    while (true) {
      for (RowChange row : page.rows()) {
        out.write(format.row(row, isFirst));
        isFirst = false;
      }
      Optional<Cursor> next = page.next();
      if (next.isEmpty()) {
        return;
      }
      page = following.apply(next.get());
    }
  }

  /** Writes a line for each attribute that became different, as RFC 4180 has it. */
  static final class Csv implements Format {

    /** Spreadsheets take what begins so for a formula. */
    private static final String FORMULAS = "=+-@\t\r";

    @Override
    public String contentType() {
      return "text/csv; charset=utf-8";
    }

    @Override
    public String extension() {
      return "csv";
    }

    /** A byte-order mark comes first, by which spreadsheets know UTF-8. */
    @Override
    public String begin() {
      return "\uFEFFtype,id,label,operation,attribute,before,after\r\n";
    }

    @Override
    public String row(RowChange row, boolean isFirst) {
      StringBuilder lines = new StringBuilder();
      row.fields()
          .forEach(
              field ->
                  lines
                      .append(
                          String.join(
                              ",",
                              List.of(
                                  row.type(),
                                  row.key().toString(),
                                  cell(row.label()),
                                  row.operation().code(),
                                  cell(field.attribute()),
                                  field.before().map(Csv::cell).orElse(""),
                                  field.after().map(Csv::cell).orElse(""))))
                      .append("\r\n"));
      return lines.toString();
    }

    @Override
    public String end() {
      return "";
    }

    /** An empty text is quoted, so that it differs from no value. */
    private static String cell(String value) {
      boolean isFormula = !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0;
      return '"' + (isFormula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
  }

  /** Writes an array of rows as the call for one page shows them. */
  static final class JsonRows implements Format {

    @Override
    public String contentType() {
      return "application/json";
    }

    @Override
    public String extension() {
      return "json";
    }

    @Override
    public String begin() {
      return "[\n";
    }

    @Override
    public String row(RowChange row, boolean isFirst) {
      return (isFirst ? "" : ",\n") + Json.write(ChangeCalls.RowView.of(row));
    }

    @Override
    public String end() {
      return "\n]\n";
    }
  }
}
