package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The least client that can talk to a stand-in: it follows nothing and repeats nothing. */
final class Client {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI url;
  private final String authorization;

  Client(SnipeItStandIn standIn) {
    this(standIn, "Bearer " + standIn.token());
  }

  Client(SnipeItStandIn standIn, String authorization) {
    this.url = standIn.url();
    this.authorization = authorization;
  }

  HttpResponse<String> get(String apiPath) {
    return send("GET", "/api/v1/" + apiPath, "application/json");
  }

  JsonNode json(String apiPath) {
    return Corpus.parse(get(apiPath).body());
  }

  List<Integer> ids(String apiPath) {
    List<Integer> ids = new ArrayList<>();
    json(apiPath).get("rows").forEach(row -> ids.add(row.get("id").intValue()));
    return ids;
  }

  /**
   * Sends a request for a path of the installation; an empty accept or authorization is left out.
   */
  HttpResponse<String> send(String method, String path, String accept) {
    try {
      return sendOrFail(method, path, accept);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  HttpResponse<String> sendOrFail(String method, String path, String accept) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path.replace("[", "%5B").replace("]", "%5D")))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!accept.isEmpty()) {
      request.header("Accept", accept);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
