package io.assetsync.snipeit;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.hc5.ApacheHttp5Client;
import io.assetsync.snipeit.SnipeItConfig.Proxy;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
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
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
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

  /** More than all calls that can be under way, those given up and not yet over among them. */
  private static final int MAX_CONNECTIONS = 50;

  private final SnipeItConfig config;
  private @Nullable CloseableHttpClient client;
  private @Nullable ScheduledThreadPoolExecutor timer;
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
      timer = new ScheduledThreadPoolExecutor(1, HttpApi::daemon, new DiscardPolicy());
      client = newClient(timer);
      api = newApi(client);
    }
    return api;
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
    timer = null;
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

  private CloseableHttpClient newClient(ScheduledExecutorService timer) throws IOException {
    HttpClientBuilder builder =
        HttpClients.custom()
            .setConnectionManager(newConnections())
            .setDefaultCookieStore(new BasicCookieStore())
            .setDefaultRequestConfig(
                RequestConfig.custom().setCookieSpec(StandardCookieSpec.RELAXED).build())
            .setUserAgent(USER_AGENT)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .addExecInterceptorFirst(
                "call-timeout",
                (request, scope, chain) -> withTimeout(timer, request, scope, chain));
    config.transport().proxy().ifPresent(proxy -> goThrough(proxy, builder));
    return builder.build();
  }

  /**
   * Cuts the connection of a call that is not over in time. A call that is has given its connection
   * back by then, and nothing is cut.
   */
  private ClassicHttpResponse withTimeout(
      ScheduledExecutorService timer,
      ClassicHttpRequest request,
      ExecChain.Scope scope,
      ExecChain chain)
      throws IOException, HttpException {
    Future<?> cut =
        timer.schedule(
            scope.execRuntime::discardEndpoint,
            config.transport().callTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return chain.proceed(request, scope);
    } catch (IOException | HttpException e) {
      cut.cancel(false);
      throw e;
    } catch (CancellationException e) {
      throw e;
    } catch (IllegalStateException e) {
      // So the client says that it has lost its connection between two steps.
      throw new ConnectionClosedException("The connection was cut by the timer");
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "snipe-it-timer");
    thread.setDaemon(true);
    return thread;
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
        .setMaxConnPerRoute(MAX_CONNECTIONS)
        .setMaxConnTotal(MAX_CONNECTIONS)
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
