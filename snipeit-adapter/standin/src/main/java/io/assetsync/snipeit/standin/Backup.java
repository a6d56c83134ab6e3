package io.assetsync.snipeit.standin;

/** What an {@link Estate} stored at one moment. */
public final class Backup {

  private final Tables tables;

  /** Takes over the tables, which nobody else may change. */
  Backup(Tables tables) {
    this.tables = tables;
  }

  Tables tables() {
    return tables;
  }
}
