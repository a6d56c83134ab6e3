package io.assetsync.snipeit;

import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceIdentity.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The user of the token, and what decides what that user sees.
 *
 * <p>Rights that come with a group are not among the permissions: Snipe-IT tells only those that
 * the user was given directly.
 *
 * @param companies the ids of the companies the user is in: none or one, more since 8.6.1
 * @param groups the ids of the user's groups
 * @param permissions by name: 1 is granted, -1 denied
 */
record TokenUser(
    long id,
    String username,
    List<Long> companies,
    List<Long> groups,
    Map<String, Integer> permissions) {

  private static final String SUPERUSER = "superuser";
  private static final String OF_USER = " of the token's user";

  TokenUser {
    companies = companies.stream().distinct().sorted().toList();
    groups = groups.stream().distinct().sorted().toList();
    permissions = Map.copyOf(permissions);
  }

  /** Tells whether no company scope hides anything from this user, as far as is known. */
  boolean isSuperuser() {
    return has(SUPERUSER);
  }

  /** Tells whether encrypted custom fields come in clear text, as far as is known. */
  boolean seesEncryptedFields() {
    return isSuperuser() || has("assets.view.encrypted_custom_fields");
  }

  /** Tells whether product keys of licenses come in clear text, as far as is known. */
  boolean seesProductKeys() {
    return Stream.of(SUPERUSER, "admin", "licenses.keys", "licenses.create", "licenses.edit")
        .anyMatch(this::has);
  }

  /** Returns what another view of Snipe-IT would show in. Ids, because names may change. */
  List<Aspect> aspects() {
    List<Aspect> aspects = new ArrayList<>();
    aspects.add(view("the token's user", id + " (" + username + ")"));
    aspects.add(view("the company" + OF_USER, idsOf(companies)));
    aspects.add(view("the groups" + OF_USER, idsOf(groups)));
    aspects.add(view("the superuser right" + OF_USER, isSuperuser() ? "given" : "missing"));
    new TreeMap<>(permissions)
        .forEach(
            (permission, grant) -> {
              if (grant != 0 && !permission.equals(SUPERUSER)) {
                aspects.add(
                    view("the permission " + permission + OF_USER, grant > 0 ? "given" : "denied"));
              }
            });
    return aspects;
  }

  /** Returns the company for a message, such as {@code company 3}. */
  String company() {
    return companies.isEmpty() ? "no company" : "company " + idsOf(companies);
  }

  private boolean has(String permission) {
    return permissions.getOrDefault(permission, 0) > 0;
  }

  private static String idsOf(List<Long> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids.stream().map(String::valueOf).toList());
  }

  private static Aspect view(String name, String value) {
    return new Aspect(name, value, Meaning.VIEW);
  }
}
