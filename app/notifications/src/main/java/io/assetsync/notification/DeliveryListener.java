package io.assetsync.notification;

/**
 * Learns what becomes of each notice that a receiver wants, once for each. Repeated attempts in
 * between are not told.
 *
 * <p>Called by any thread, by several at a time; it has to return at once. What it throws is logged
 * and has no other effect.
 */
@FunctionalInterface
public interface DeliveryListener {

  /** Takes no notice. */
  DeliveryListener NONE = (receiver, delivery) -> {};

  /**
   * A notice needs nothing more at a receiver.
   *
   * @param receiver {@code webhook}, {@code mail} or {@code ping}
   */
  void ended(String receiver, Delivery delivery);
}
