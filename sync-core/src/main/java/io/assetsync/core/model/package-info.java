/** Entities and how they are described: types, attributes, keys and values. */
@NullMarked
package io.assetsync.core.model;

import org.jspecify.annotations.NullMarked;
