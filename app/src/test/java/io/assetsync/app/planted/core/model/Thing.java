package io.assetsync.app.planted.core.model;

/** What a later package may use. */
public record Thing(long id) {}
