package io.assetsync.snipeit;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.hc5.ApacheHttp5Client;
import io.assetsync.snipeit.SnipeItConfig.Proxy;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections to Snipe-IT: made at the first call, kept alive, closed with this. Nothing is
 * repeated and no redirect is followed. Usable from any thread.
 */
final class HttpApi implements AutoCloseable {

  private static final String USER_AGENT = "asset-sync";

  private final SnipeItConfig config;
  private @Nullable CloseableHttpClient client;
  private @Nullable SnipeItApi api;

  HttpApi(SnipeItConfig config) {
    this.config = config;
  }

  /**
   * Returns the API.
   *
   * @throws IOException if the CA bundle cannot be read
   */
  synchronized SnipeItApi get() throws IOException {
    if (api == null) {
      client = newClient();
      api = newApi(client);
    }
    return api;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
    client = null;
    api = null;
  }

  private SnipeItApi newApi(CloseableHttpClient httpClient) {
    String authorization = "Bearer " + config.token().reveal();
    return Feign.builder()
        .client(new ApacheHttp5Client(httpClient))
        .options(
            new Request.Options(
                config.transport().connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                config.transport().readTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                false))
        .retryer(Retryer.NEVER_RETRY)
        .requestInterceptor(template -> template.header("Authorization", authorization))
        .target(SnipeItApi.class, config.apiUrl().toString());
  }

  private CloseableHttpClient newClient() throws IOException {
    HttpClientBuilder builder =
        HttpClients.custom()
            .setConnectionManager(newConnections())
            .setDefaultCookieStore(new BasicCookieStore())
            .setDefaultRequestConfig(
                RequestConfig.custom().setCookieSpec(StandardCookieSpec.RELAXED).build())
            .setUserAgent(USER_AGENT)
            .disableAutomaticRetries()
            .disableRedirectHandling();
    config.transport().proxy().ifPresent(proxy -> goThrough(proxy, builder));
    return builder.build();
  }

  private PoolingHttpClientConnectionManager newConnections() throws IOException {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setTlsSocketStrategy(
            new DefaultClientTlsStrategy(TlsTrust.context(config.transport().caBundle())))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(config.transport().connectTimeout()))
                .setSocketTimeout(Timeout.of(config.transport().readTimeout()))
                .build())
        .build();
  }

  private static void goThrough(Proxy proxy, HttpClientBuilder builder) {
    URI address = proxy.address();
    HttpHost host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    builder.setProxy(host);
    if (!proxy.user().isEmpty()) {
      BasicCredentialsProvider credentials = new BasicCredentialsProvider();
      credentials.setCredentials(
          new AuthScope(host),
          new UsernamePasswordCredentials(proxy.user(), proxy.password().reveal().toCharArray()));
      builder.setDefaultCredentialsProvider(credentials);
    }
  }
}
