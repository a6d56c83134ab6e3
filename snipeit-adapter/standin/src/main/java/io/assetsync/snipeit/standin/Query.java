package io.assetsync.snipeit.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request. As in PHP the last of several equal names wins, and {@code name[]}
 * makes a list.
 */
record Query(Map<String, String> values, Map<String, List<String>> lists) {

  static final Query NONE = new Query(Map.of(), Map.of());

  static Query parse(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return NONE;
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (name.endsWith("[]")) {
        String list = name.substring(0, name.length() - 2);
        lists.computeIfAbsent(list, ignored -> new ArrayList<>()).add(value);
      } else {
        values.put(name, value);
      }
    }
    return new Query(values, lists);
  }

  /** The value of a parameter; null if it is absent, empty or a list. */
  @Nullable String filled(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  boolean is(String name, String value) {
    return value.equals(values.get(name));
  }

  /** All values of a parameter that may be a list or a text with commas; empty if absent. */
  List<String> all(String name) {
    List<String> list = lists.get(name);
    if (list != null) {
      return list;
    }
    String value = filled(name);
    return value == null ? List.of() : List.of(value.split(",", -1));
  }

  /** As in PHP, a broken escape stays as it is. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
