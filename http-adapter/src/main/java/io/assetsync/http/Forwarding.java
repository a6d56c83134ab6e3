package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Finds out for whom a request is, and takes the base path off its path.
 *
 * <p>Only trusted proxies are believed. The client is the last address in their list that is none
 * of theirs, so a client that invents a list of its own gains nothing. Where there is any {@code
 * X-Forwarded-…}, {@code Forwarded} does not count: proxies that write the one pass the other on as
 * the client sent it.
 */
final class Forwarding implements HttpConfiguration.Customizer {

  private static final Pattern PARAMETER =
      Pattern.compile("\\s*(for|proto|host)\\s*=\\s*(\"[^\"]*\"|[^\\s;,\"]*)\\s*");

  private final Reach reach;

  Forwarding(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    Visit visit = visit(request);
    request.setAttribute(Visit.ATTRIBUTE, visit);
    request.setAttribute(
        Visit.CONNECTION, request.getConnectionMetaData().getConnection().getEndPoint());
    return withoutBasePath(request, visit.basePath());
  }

  private Visit visit(Request request) {
    InetAddress peer = peer(request);
    boolean secure = request.getConnectionMetaData().isSecure();
    if (!reach.trusts(peer)) {
      return new Visit(peer, secure, null, reach.basePath());
    }
    HttpFields headers = request.getHeaders();
    Told told = headers.stream().anyMatch(Forwarding::isOurs) ? told(headers) : standard(headers);
    return new Visit(
        client(peer, told.clients()),
        told.scheme() == null ? secure : told.scheme().equalsIgnoreCase("https"),
        told.host(),
        prefix(headers).orElse(reach.basePath()));
  }

  private static boolean isOurs(HttpField field) {
    return field.getLowerCaseName().startsWith("x-forwarded-");
  }

  /** What the proxies tell; the clients in the order in which they were passed on. */
  private record Told(List<String> clients, @Nullable String scheme, @Nullable String host) {}

  private static Told told(HttpFields headers) {
    return new Told(
        values(headers, "X-Forwarded-For").toList(),
        last(filled(headers, "X-Forwarded-Proto").toList()),
        last(filled(headers, "X-Forwarded-Host").toList()));
  }

  /** Reads {@code Forwarded} (RFC 7239); the last proxy's word counts for scheme and host. */
  private static Told standard(HttpFields headers) {
    List<String> clients = new ArrayList<>();
    String scheme = null;
    String host = null;
    for (String hop : values(headers, "Forwarded").toList()) {
      for (String parameter : hop.split(";", -1)) {
        Matcher matcher = PARAMETER.matcher(parameter.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
          String value = matcher.group(2).replace("\"", "");
          switch (matcher.group(1)) {
            case "for" -> clients.add(value);
            case "proto" -> scheme = value;
            default -> host = value;
          }
        }
      }
    }
    return new Told(clients, scheme, host);
  }

  private InetAddress client(InetAddress peer, List<String> told) {
    InetAddress client = peer;
    List<String> nearestFirst = new ArrayList<>(told);
    Collections.reverse(nearestFirst);
    for (String text : nearestFirst) {
      Optional<InetAddress> address = AddressRange.address(withoutPort(text));
      if (address.isEmpty() || !reach.trusts(client)) {
        return client;
      }
      client = address.get();
    }
    return client;
  }

  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      return text.substring(1, Math.max(1, text.indexOf(']')));
    }
    return text.chars().filter(c -> c == ':').count() == 1
        ? text.substring(0, text.indexOf(':'))
        : text;
  }

  private static Optional<String> prefix(HttpFields headers) {
    return filled(headers, "X-Forwarded-Prefix")
        .map(prefix -> prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix)
        .filter(Reach::isBasePath)
        .findFirst();
  }

  private static Request withoutBasePath(Request request, String basePath) {
    String path = request.getHttpURI().getPath();
    boolean below =
        !basePath.isEmpty()
            && path != null
            && (path.equals(basePath) || path.startsWith(basePath + "/"));
    if (!below) {
      return request;
    }
    String rest = path.substring(basePath.length());
    HttpURI shortened =
        HttpURI.build(request.getHttpURI()).path(rest.isEmpty() ? "/" : rest).asImmutable();
    return Request.serveAs(request, shortened);
  }

  private static InetAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress a
            && a.getAddress() != null
        ? a.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  /** Proxies that may not take a header away, as IIS, make it empty, which tells nothing. */
  private static Stream<String> filled(HttpFields headers, String name) {
    return values(headers, name).filter(value -> !value.isEmpty());
  }

  private static Stream<String> values(HttpFields headers, String name) {
    return headers.getValuesList(name).stream()
        .filter(value -> ISO_8859_1.newEncoder().canEncode(value))
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip);
  }

  private static @Nullable String last(List<String> values) {
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }
}
