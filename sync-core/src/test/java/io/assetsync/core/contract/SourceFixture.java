package io.assetsync.core.contract;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.AssetSource;
import java.util.function.LongSupplier;

/**
 * A source with known content.
 *
 * @param source the source, not used yet
 * @param type one of its types
 * @param keys all it lists of the type, more than fits a page
 * @param requests counts the requests that have reached what the source reads from
 */
public record SourceFixture(
    AssetSource source, EntityType type, KeySet keys, LongSupplier requests) {}
