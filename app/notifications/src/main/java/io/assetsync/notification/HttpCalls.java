package io.assetsync.notification;

import io.assetsync.notification.Deadlines.Deadline;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls an {@link Endpoint}: over a connection of its own, following no redirect, repeating
 * nothing, reading of the answer no more than its head. Usable from any thread.
 */
final class HttpCalls {

  private static final String USER_AGENT = "asset-sync";
  private static final Reply TOO_LONG = Reply.notNow("it took too long");

  private final Trust trust;
  private final Limits limits;
  private final Deadlines deadlines;
  private final HttpReplies replies;

  HttpCalls(Trust trust, Limits limits, Deadlines deadlines, HttpReplies replies) {
    this.trust = trust;
    this.limits = limits;
    this.deadlines = deadlines;
    this.replies = replies;
  }

  Reply get(Endpoint endpoint) {
    return call(endpoint, new HttpGet(endpoint.url()));
  }

  /** Posts JSON. */
  Reply post(Endpoint endpoint, byte[] body, Map<String, String> headers) {
    HttpPost request = new HttpPost(endpoint.url());
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return call(endpoint, request);
  }

  private Reply call(Endpoint endpoint, HttpUriRequestBase request) {
    Deadline deadline = deadlines.after(limits.total(), request::cancel);
    try (CloseableHttpClient client = newClient(endpoint)) {
      Reply reply = replies.of(client.executeOpen(null, request, null));
      client.close(CloseMode.IMMEDIATE);
      return reply;
    } catch (IOException e) {
      return deadline.passed() ? TOO_LONG : Reply.notNow(IoWords.of(e));
    } catch (IllegalStateException e) {
      // So the client says that it was cut between two steps.
      return TOO_LONG;
    } finally {
      deadline.close();
    }
  }

  private CloseableHttpClient newClient(Endpoint endpoint) throws IOException {
    HttpClientBuilder builder =
        HttpClients.custom()
            .setConnectionManager(newConnections())
            .setUserAgent(USER_AGENT)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement();
    endpoint.proxy().ifPresent(proxy -> goThrough(proxy, builder));
    return builder.build();
  }

  private PoolingHttpClientConnectionManager newConnections() throws IOException {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.context()))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(Timeout.of(limits.read()))
                .build())
        .build();
  }

  private static void goThrough(URI proxy, HttpClientBuilder builder) {
    HttpHost host = new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort());
    builder.setProxy(host);
    Optional.ofNullable(proxy.getUserInfo())
        .ifPresent(
            login -> {
              String[] parts = login.split(":", 2);
              BasicCredentialsProvider credentials = new BasicCredentialsProvider();
              credentials.setCredentials(
                  new AuthScope(host),
                  new UsernamePasswordCredentials(
                      parts[0], (parts.length < 2 ? "" : parts[1]).toCharArray()));
              builder.setDefaultCredentialsProvider(credentials);
            });
  }
}
