package io.assetsync.app.planted.app;

import com.google.inject.Inject;

/** A breach: a class asks the container to fill it. */
final class IsInjected {
  @Inject String value = "";
}
