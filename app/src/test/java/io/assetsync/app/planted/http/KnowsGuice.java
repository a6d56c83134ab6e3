package io.assetsync.app.planted.http;

import com.google.inject.Injector;

/** A breach: an adapter knows the container. */
record KnowsGuice(Injector injector) {}
