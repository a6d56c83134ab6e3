package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source is and what its caller may see of it, as one run finds it: compared from run to
 * run, because another view of the source makes entities vanish that are not gone.
 *
 * @param aspects each name once; none means that the source cannot tell
 */
public record SourceIdentity(List<Aspect> aspects) {

  /** A source that tells nothing about itself, or one that was never asked. */
  public static final SourceIdentity UNKNOWN = new SourceIdentity(List.of());

  /** What another value of an aspect means. */
  public enum Meaning {
    /** The caller sees other things than before. */
    VIEW,
    /** The source has become another version. */
    VERSION,
    /** A number that grows while the source lives; if it falls, the source has lost something. */
    COUNTER
  }

  /**
   * One thing by which a source is told from another.
   *
   * @param name for people, such as {@code company of the token's user}
   * @param value without secrets; a whole number for a counter
   */
  public record Aspect(String name, String value, Meaning meaning) {
    public Aspect {
      requireNonNull(name, "name");
      requireNonNull(value, "value");
      requireNonNull(meaning, "meaning");
      if (meaning == Meaning.COUNTER) {
        Long.parseLong(value);
      }
    }
  }

  public SourceIdentity {
    aspects = List.copyOf(aspects);
    if (aspects.stream().map(Aspect::name).distinct().count() < aspects.size()) {
      throw new IllegalArgumentException("an aspect is named twice in " + aspects);
    }
  }

  public boolean isUnknown() {
    return aspects.isEmpty();
  }

  /** Returns what has become different since an earlier run; nothing if either is unknown. */
  public List<Doubt> doubtsSince(SourceIdentity earlier) {
    List<Doubt> doubts = new ArrayList<>();
    if (isUnknown() || earlier.isUnknown()) {
      return doubts;
    }
    for (Aspect before : earlier.aspects) {
      doubt(before, aspect(before.name())).ifPresent(doubts::add);
    }
    for (Aspect now : aspects) {
      if (now.meaning() == Meaning.VIEW && earlier.aspect(now.name()).isEmpty()) {
        doubts.add(changed(now.name() + " is " + now.value() + ", and was not there before"));
      }
    }
    return doubts;
  }

  /**
   * Returns what to compare the next run with if what is different has not been accepted: a new
   * version and higher counters are taken over, all else stays as it was.
   */
  public SourceIdentity withoutDoubtful(SourceIdentity earlier) {
    Map<String, Aspect> kept = new LinkedHashMap<>();
    earlier.aspects.forEach(aspect -> kept.put(aspect.name(), aspect));
    aspects.stream()
        .filter(now -> now.meaning() != Meaning.VIEW)
        .filter(now -> !hasFallen(kept.getOrDefault(now.name(), now), now))
        .forEach(now -> kept.put(now.name(), now));
    return new SourceIdentity(List.copyOf(kept.values()));
  }

  private Optional<Aspect> aspect(String name) {
    return aspects.stream().filter(aspect -> aspect.name().equals(name)).findFirst();
  }

  private static Optional<Doubt> doubt(Aspect before, Optional<Aspect> now) {
    if (now.isEmpty()) {
      return before.meaning() == Meaning.VIEW
          ? Optional.of(
              changed(before.name() + " was " + before.value() + " and is no longer there"))
          : Optional.empty();
    }
    if (before.meaning() == Meaning.COUNTER) {
      return hasFallen(before, now.get())
          ? Optional.of(Doubt.regressed(before.name(), before.value(), now.get().value()))
          : Optional.empty();
    }
    return before.value().equals(now.get().value())
        ? Optional.empty()
        : Optional.of(
            changed(before.name() + " was " + before.value() + " and is " + now.get().value()));
  }

  private static boolean hasFallen(Aspect before, Aspect now) {
    return before.meaning() == Meaning.COUNTER
        && now.meaning() == Meaning.COUNTER
        && Long.parseLong(now.value()) < Long.parseLong(before.value());
  }

  private static Doubt changed(String evidence) {
    return new Doubt(Doubt.Kind.IDENTITY_CHANGED, evidence);
  }
}
