package io.assetsync.app;

import io.assetsync.postgres.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The service, inside this JVM, over a site of 60 assets and a database of its own. */
final class ServedSite implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Resources resources = new Resources();
  private final TestDatabase database = TestDatabase.create();
  private final Site site;
  private final String url;

  ServedSite(Path directory, Map<String, String> changes) {
    site = new Site(directory, 60);
    Map<String, String> settings = new HashMap<>(changes);
    settings.putIfAbsent("SYNC_TIMES", "03:00");
    AppConfig config = ConfigLoader.load(Map.of(), site.environment(database, settings), directory);
    Application application = Application.forService(config, resources);
    url = application.serve(config.http());
  }

  String url() {
    return url;
  }

  Site site() {
    return site;
  }

  TestDatabase database() {
    return database;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).build());
  }

  HttpResponse<String> get(String path, String token) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  HttpResponse<String> post(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    resources.close();
    site.close();
    database.close();
  }
}
