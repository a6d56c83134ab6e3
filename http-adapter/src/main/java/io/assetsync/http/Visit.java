package io.assetsync.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;
import spark.Request;

/**
 * Who asks and how the request came, after what trusted proxies told of it.
 *
 * @param client the address of the one who asks
 * @param secure whether it came to us, or to the proxy, by HTTPS
 * @param host the authority that the client used, where a proxy told another than the one in {@code
 *     Host}
 * @param basePath what the client sees before our paths
 */
record Visit(InetAddress client, boolean secure, @Nullable String host, String basePath) {

  /** The name of the request's attribute. */
  static final String ATTRIBUTE = Visit.class.getName();

  /** The name of the attribute that holds the connection. */
  static final String CONNECTION = ATTRIBUTE + ".connection";

  static Visit of(Request request) {
    return (Visit) request.raw().getAttribute(ATTRIBUTE);
  }

  /** Returns the connection that a request came by, for those who have to cut it. */
  static EndPoint connection(HttpServletRequest request) {
    return (EndPoint) request.getAttribute(CONNECTION);
  }

  /**
   * Returns what stands for the client where clients are counted: its address, for IPv6 its network
   * of 64 bits, since a household or a machine has as many addresses as it likes there.
   */
  String countedAs() {
    byte[] address = client.getAddress();
    if (address.length == 4) {
      return client.getHostAddress();
    }
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < 8; i += 2) {
      network.append("%x:".formatted((address[i] & 0xff) << 8 | (address[i + 1] & 0xff)));
    }
    return network.append(":/64").toString();
  }
}
