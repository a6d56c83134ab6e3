package io.assetsync.app.planted.core.model;

import io.assetsync.app.planted.core.source.KnowsTechnology;

/** A breach: the first package of the core uses a later one, which uses it. */
final class LooksAhead {
  static final Class<?> AHEAD = KnowsTechnology.class;
}
