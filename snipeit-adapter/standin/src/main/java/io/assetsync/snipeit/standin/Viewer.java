package io.assetsync.snipeit.standin;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user on whose behalf a request is answered.
 *
 * @param companyId 0 for a user without a company
 */
record Viewer(int userId, Set<String> granted, int companyId) {

  static Viewer of(int userId, Map<String, Integer> permissions, int companyId) {
    Set<String> granted =
        permissions.entrySet().stream()
            .filter(permission -> permission.getValue() == 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new Viewer(userId, granted, companyId);
  }

  static Viewer superuser(int userId) {
    return of(userId, Map.of("superuser", 1), 0);
  }

  boolean isSuperuser() {
    return granted.contains("superuser");
  }

  boolean can(String right) {
    return isSuperuser() || granted.contains("admin") || granted.contains(right);
  }

  /** Unlike the other rights this one does not come with {@code admin}. */
  boolean readsEncryptedFields() {
    return isSuperuser() || granted.contains("assets.view.encrypted_custom_fields");
  }
}
