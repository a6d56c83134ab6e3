package io.assetsync.app.benchmark;

import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The stand-in in a process of its own, so that its memory is not counted as ours. Spoken to in
 * lines: {@code edit N} changes the notes of N assets, {@code paths} tells what was asked since the
 * last time.
 */
final class StandInProcess implements AutoCloseable {

  private static final String END = ".";

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter commands;
  private final URI url;
  private final String token;

  private StandInProcess(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.url = URI.create(answers.readLine());
    this.token = answers.readLine();
  }

  static StandInProcess start(int assets) throws IOException {
    return new StandInProcess(
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                StandInProcess.class.getName(),
                Integer.toString(assets))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  URI url() {
    return url;
  }

  String token() {
    return token;
  }

  void edit(int assets) throws IOException {
    ask("edit " + assets);
  }

  List<String> pathsAsked() throws IOException {
    return ask("paths");
  }

  @Override
  public void close() {
    commands.close();
    process.destroy();
  }

  private List<String> ask(String command) throws IOException {
    commands.println(command);
    List<String> lines = new ArrayList<>();
    for (String line = answers.readLine(); !END.equals(line); line = answers.readLine()) {
      if (line == null) {
        throw new IOException("the stand-in's process has ended");
      }
      lines.add(line);
    }
    return lines;
  }

  /** The process itself: serves an estate of the given number of assets until its input ends. */
  public static void main(String[] args) throws IOException {
    Estate estate = Estate.invented(20_260_101, Integer.parseInt(args[0]));
    try (SnipeItStandIn standIn =
        SnipeItStandIn.builder()
            .serving(estate)
            .throttlePerMinute(Integer.MAX_VALUE)
            .build()
            .start()) {
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      out.println(standIn.url());
      out.println(standIn.token());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      int edits = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("paths")) {
          standIn.requests().latest().forEach(out::println);
          standIn.requests().reset();
        } else {
          edits++;
          edit(estate, Integer.parseInt(line.substring("edit ".length())), edits);
        }
        out.println(END);
      }
    }
  }

  private static void edit(Estate estate, int assets, int round) {
    int[] ids = estate.ids("hardware");
    int step = ids.length / assets;
    for (int i = 0; i < assets; i++) {
      estate.edit("hardware", ids[i * step], Map.of("order_number", "PO-" + round + "-" + i));
    }
  }
}
