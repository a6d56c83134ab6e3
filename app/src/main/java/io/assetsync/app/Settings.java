package io.assetsync.app;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All settings, each from the first place that has it: what the command itself fixes, the
 * environment, the file {@code .env}, the default. An empty value is as good as none. A secret may
 * also be the content of a file that one of these places names.
 *
 * <p>Problems are collected, so that a person can mend them all at once. Used by one thread.
 */
final class Settings {

  private static final String NOT_DECODED = "\uFFFD";

  private final Map<Key, Setting> settings = new EnumMap<>(Key.class);
  private final Set<Key> unreadable = EnumSet.noneOf(Key.class);
  private final Set<String> problems = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();

  private Settings() {}

  /**
   * @param fixed what a command fixes, the empty text for what it wants to be unset
   * @param file need not exist
   */
  static Settings read(Map<Key, String> fixed, Map<String, String> environment, Path file) {
    Settings settings = new Settings();
    for (Key key : Key.values()) {
      settings.put(new Setting(key, key.defaultText(), "default"));
    }
    SecretFiles secrets = new SecretFiles(file);
    settings.addFile(file, secrets);
    settings.addEnvironment(environment, secrets);
    settings.addSecrets(secrets, fixed.keySet());
    fixed.forEach((key, value) -> settings.put(new Setting(key, value, "command")));
    return settings;
  }

  /**
   * Returns what a setting means, or what its default means if the parser throws {@link
   * IllegalArgumentException}, whose message becomes a problem.
   */
  <T> T get(Key key, Function<String, T> parser) {
    return tryGet(key, parser).orElseGet(() -> parser.apply(key.defaultText()));
  }

  /** Returns what a setting means, or empty if it is not set or means nothing. */
  <T> Optional<T> find(Key key, Function<String, T> parser) {
    return setting(key).isSet() ? tryGet(key, parser) : Optional.empty();
  }

  /**
   * Returns what a setting makes of a base, or the base if it is not set or means nothing.
   *
   * @param change throws {@link IllegalArgumentException} as a parser does
   */
  <T> T change(T base, Key key, BiFunction<T, String, T> change) {
    return find(key, text -> change.apply(base, text)).orElse(base);
  }

  /** Returns what a setting means; that it is not set is a problem. */
  <T> Optional<T> require(Key key, Function<String, T> parser, String expected) {
    if (!setting(key).isSet() && !unreadable.contains(key)) {
      problems.add(
          key + " is not set, neither in the environment nor in .env; expected " + expected);
    }
    return find(key, parser);
  }

  void requireNoProblems() {
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(List.copyOf(problems));
    }
  }

  /** Returns every setting in the order of the keys. */
  List<Setting> all() {
    return List.copyOf(settings.values());
  }

  /** Returns what is no problem, but probably not meant. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private <T> Optional<T> tryGet(Key key, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(setting(key).value()));
    } catch (IllegalArgumentException e) {
      problems.add(key + " (" + setting(key).origin() + "): " + e.getMessage());
      return Optional.empty();
    }
  }

  private Setting setting(Key key) {
    return Objects.requireNonNull(settings.get(key));
  }

  private void put(Setting setting) {
    settings.put(setting.key(), setting);
  }

  private void addSecrets(SecretFiles secrets, Set<Key> fixed) {
    for (Key key : secrets.keys()) {
      if (fixed.contains(key)) {
        continue;
      }
      try {
        put(secrets.read(setting(key)));
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
        unreadable.add(key);
      }
    }
  }

  private void addEnvironment(Map<String, String> environment, SecretFiles secrets) {
    for (Key key : Key.values()) {
      key.fileName()
          .map(environment::get)
          .filter(path -> !path.isBlank())
          .ifPresent(path -> secrets.add(key, path.strip(), "environment"));
      key.spellings().stream()
          .map(environment::get)
          .filter(value -> value != null && !value.isBlank())
          .findFirst()
          .ifPresent(value -> put(new Setting(key, value.strip(), "environment")));
    }
    new TreeMap<>(environment)
        .keySet()
        .forEach(
            name ->
                Names.unknownInEnvironment(name)
                    .ifPresent(what -> problems.add(name + " (environment) " + what)));
  }

  private void addFile(Path path, SecretFiles secrets) {
    Optional<EnvFile> file = open(path);
    file.map(EnvFile::lines).stream().flatMap(List::stream).forEach(l -> addLine(l, secrets));
    file.map(EnvFile::others).stream().flatMap(List::stream).forEach(this::addOtherLine);
  }

  private Optional<EnvFile> open(Path path) {
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(EnvFile.read(path));
    } catch (UncheckedIOException e) {
      problems.add(
          path + " cannot be read; make it a text file that this user may read, or remove it");
      return Optional.empty();
    }
  }

  private void addLine(EnvFile.Line line, SecretFiles secrets) {
    String origin = ".env line " + line.number();
    Optional<Key> secret = SecretFiles.key(line.name());
    if (secret.isPresent()) {
      if (!line.value().isBlank()) {
        secrets.add(secret.get(), line.value().strip(), origin);
      }
      return;
    }
    Optional<Key> key = key(line.name());
    if (key.isPresent()) {
      addLine(key.get(), line, origin);
      return;
    }
    Names.unknownInFile(line.name())
        .ifPresentOrElse(
            what -> problems.add(line.name() + " (" + origin + ") " + what),
            () -> noteIfNear(line.name(), origin));
  }

  private void addLine(Key key, EnvFile.Line line, String origin) {
    Setting before = setting(key);
    if (before.origin().startsWith(".env")) {
      problems.add(
          key + " (" + origin + ") is given before, in " + before.origin() + "; keep one of them");
      return;
    }
    Optional<String> wrong = wrongWriting(line);
    if (wrong.isPresent()) {
      problems.add(key + " (" + origin + ") " + wrong.get());
      unreadable.add(key);
    } else if (!line.value().isBlank()) {
      put(new Setting(key, line.value().strip(), origin));
    }
  }

  private static Optional<String> wrongWriting(EnvFile.Line line) {
    if (line.quoting() == EnvFile.Quoting.UNCLOSED) {
      return Optional.of("begins with a quote that does not end in its line; close or remove it");
    }
    if (line.value().contains(NOT_DECODED)) {
      return Optional.of("holds characters that are not UTF-8; save the file as UTF-8");
    }
    if (line.quoting() != EnvFile.Quoting.SINGLE && line.value().contains("${")) {
      return Optional.of(
          "holds ${...}, which is not expanded; write the value itself, or use single quotes if"
              + " this is the value");
    }
    return Optional.empty();
  }

  private void addOtherLine(EnvFile.OtherLine line) {
    String firstWord = line.text().replaceFirst("^export\\s+", "").split("[^A-Za-z0-9_]", 2)[0];
    key(firstWord)
        .ifPresent(
            key ->
                problems.add(
                    key
                        + " (.env line "
                        + line.number()
                        + ") is not followed by an equals sign; expected "
                        + key
                        + "=value"));
  }

  private void noteIfNear(String name, String origin) {
    Names.suspiciouslyNear(name)
        .ifPresent(
            near -> notes.add(name + " (" + origin + ") is not read; did you mean " + near + "?"));
  }

  private static Optional<Key> key(String name) {
    return Stream.of(Key.values()).filter(key -> key.spellings().contains(name)).findFirst();
  }
}
