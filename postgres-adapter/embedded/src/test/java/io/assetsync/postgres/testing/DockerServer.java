package io.assetsync.postgres.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL server in a container of its own, of the image that the system property {@code
 * test.pg.image} names.
 */
final class DockerServer {

  private static final String DEFAULT_IMAGE = "postgres:17";

  private DockerServer() {}

  /** Asks Testcontainers only where there is something to ask: its refusal is a page of log. */
  static boolean isAvailable() {
    return mayHaveEngine() && DockerClientFactory.instance().isDockerAvailable();
  }

  /**
   * Starts the container. Testcontainers removes it after the JVM has ended.
   *
   * @throws IllegalStateException if no engine answers
   */
  @SuppressWarnings("resource") // lives as long as the JVM
  static TestServer start() {
    if (!isAvailable()) {
      throw new IllegalStateException(
          "test.pg=docker, but no container engine answers: start one, or use test.pg=embedded");
    }
    PostgreSQLContainer container =
        new PostgreSQLContainer(System.getProperty("test.pg.image", DEFAULT_IMAGE));
    container.start();
    String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432);
    return TestServer.of(url + "/", container.getUsername(), container.getPassword());
  }

  private static boolean mayHaveEngine() {
    return System.getenv("DOCKER_HOST") != null
        || Stream.of(
                "/var/run/docker.sock",
                System.getenv("XDG_RUNTIME_DIR") + "/docker.sock",
                System.getProperty("user.home") + "/.docker/run/docker.sock",
                "\\\\.\\pipe\\docker_engine")
            .anyMatch(socket -> Files.exists(Path.of(socket)));
  }
}
