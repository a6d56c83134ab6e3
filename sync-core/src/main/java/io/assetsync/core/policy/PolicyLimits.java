package io.assetsync.core.policy;

/**
 * The limits of the standard guards, each per entity type.
 *
 * @param absentShare the share of the mirrored rows that may go in one run, 0 to 1
 * @param absentFloor the number of rows that may go, or be unreadable, whatever the share says
 * @param rejectedShare the share of the rows read that may be unreadable, 0 to 1
 */
public record PolicyLimits(double absentShare, long absentFloor, double rejectedShare) {

  /** 1 % but always 20 rows may go; 5 % but always 20 rows or values may be unreadable. */
  public static final PolicyLimits DEFAULT = new PolicyLimits(0.01, 20, 0.05);

  public PolicyLimits {
    requireShare(absentShare, "absentShare");
    requireShare(rejectedShare, "rejectedShare");
    if (absentFloor < 0) {
      throw new IllegalArgumentException("absentFloor must be 0 or more, not " + absentFloor);
    }
  }

  private static void requireShare(double share, String name) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, not " + share);
    }
  }
}
