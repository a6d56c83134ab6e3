package io.assetsync.app.planted.core.source;

import ch.qos.logback.classic.Level;
import io.assetsync.app.planted.core.model.Thing;

/** A breach: the core knows a library. */
public record KnowsTechnology(Thing thing, Level level) {}
