package io.assetsync.snipeit.standin;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a stand-in was asked and what it sent. Safe for use by several threads. */
public final class Requests {

  private static final int REMEMBERED = 10_000;

  private final Map<String, Integer> byPath = new TreeMap<>();
  private final Map<Integer, Integer> byStatus = new TreeMap<>();
  private final Set<InetSocketAddress> connections = new HashSet<>();
  private final Deque<String> latest = new ArrayDeque<>();
  private int total;
  private long bytesSent;

  Requests() {}

  public synchronized int total() {
    return total;
  }

  /** The requests for one path under {@code /api/v1}; ids count as {@code {id}}. */
  public synchronized int to(String path) {
    return byPath.getOrDefault(path, 0);
  }

  public synchronized Map<String, Integer> byPath() {
    return Map.copyOf(byPath);
  }

  /** How many answers had this status; a body that was never sent in full counts too. */
  public synchronized int answered(int status) {
    return byStatus.getOrDefault(status, 0);
  }

  /** Bytes of all bodies, without headers and chunk marks. */
  public synchronized long bytesSent() {
    return bytesSent;
  }

  /** How many TCP connections were opened. */
  public synchronized int connections() {
    return connections.size();
  }

  /** The latest 10,000 requests, oldest first, as path and query under {@code /api/v1}. */
  public synchronized List<String> latest() {
    return List.copyOf(latest);
  }

  public synchronized void reset() {
    byPath.clear();
    byStatus.clear();
    connections.clear();
    latest.clear();
    total = 0;
    bytesSent = 0;
  }

  synchronized void received(Request request, String nameAndQuery, InetSocketAddress client) {
    total++;
    byPath.merge(request.name().replaceAll("/\\d+", "/{id}"), 1, Integer::sum);
    connections.add(client);
    latest.add(nameAndQuery);
    if (latest.size() > REMEMBERED) {
      latest.remove();
    }
  }

  synchronized void answered(int status, long bytes) {
    byStatus.merge(status, 1, Integer::sum);
    bytesSent += bytes;
  }
}
