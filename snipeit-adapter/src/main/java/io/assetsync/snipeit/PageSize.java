package io.assetsync.snipeit;

/**
 * How many rows to ask for: halved when the server fails on a page, doubled again when it copes.
 */
final class PageSize {

  /** One row of overlap and one new row; less is the business of {@link PageReader}. */
  private static final int MIN = 2;

  private static final int GOOD_PAGES_TO_GROW = 4;

  private final int max;
  private int rows;
  private int goodPages;

  PageSize(int max) {
    this.max = max;
    this.rows = max;
  }

  int rows() {
    return rows;
  }

  boolean isFull() {
    return rows == max;
  }

  boolean canShrink() {
    return rows > MIN;
  }

  void shrink(int divisor) {
    rows = Math.max(MIN, rows / divisor);
    goodPages = 0;
  }

  /** Goes back to the full size at once, when what was wrong has been found and left out. */
  void restore() {
    rows = max;
    goodPages = 0;
  }

  void succeeded() {
    goodPages++;
    if (rows < max && goodPages == GOOD_PAGES_TO_GROW) {
      rows = Math.min(max, rows * 2);
      goodPages = 0;
    }
  }
}
