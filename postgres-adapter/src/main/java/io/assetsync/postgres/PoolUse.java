package io.assetsync.postgres;

/**
 * How the connections to the database are used.
 *
 * @param active connections at work
 * @param idle connections that wait for work
 * @param waiting threads that wait for a connection
 * @param max how many connections there may be
 */
public record PoolUse(int active, int idle, int waiting, int max) {

  /** Of connections that are somebody else's. */
  static final PoolUse UNKNOWN = new PoolUse(0, 0, 0, 0);
}
