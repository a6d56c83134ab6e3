package io.assetsync.postgres;

/**
 * The 128 bits by which two states of a row are told apart.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
record RowHash(long high, long low) {}
