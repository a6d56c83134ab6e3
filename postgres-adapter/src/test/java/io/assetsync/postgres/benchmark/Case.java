package io.assetsync.postgres.benchmark;

/** What is measured, in the order of the table. */
enum Case {
  MAKING("making the assets"),
  COPY("COPY only"),
  FIRST("first load"),
  UNCHANGED("nothing changed"),
  ONE_PERCENT("1 % changed"),
  ALL("100 % changed"),
  UPSERT_FIRST("row by row, first load"),
  UPSERT_AGAIN("row by row, nothing changed");

  private final String title;

  Case(String title) {
    this.title = title;
  }

  /** Tells whether nothing but the time is known of it. */
  boolean isTimedOnly() {
    return this == UPSERT_FIRST || this == UPSERT_AGAIN;
  }

  @Override
  public String toString() {
    return title;
  }
}
