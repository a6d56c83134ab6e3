package io.assetsync.snipeit.standin;

/** Where a row is shown, which in Snipe-IT decides some of its values. */
enum Form {
  /** In a list. */
  LIST,
  /** Read by its id. */
  DETAIL,
  /** The user who asks, at {@code users/me}. */
  SELF
}
