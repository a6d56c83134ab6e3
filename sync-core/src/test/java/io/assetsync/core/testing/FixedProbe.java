package io.assetsync.core.testing;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;

/**
 * A probe that always finds the same.
 *
 * @param name the part's name in one word
 * @param check what it finds
 */
public record FixedProbe(String name, Health check) implements HealthProbe {}
