package io.assetsync.app.planted.snipeit;

import io.assetsync.app.planted.postgres.ShowsTechnology;

/** A breach: an adapter sees another. */
record SeesTheStore(ShowsTechnology store) {}
