package io.assetsync.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike.
 *
 * @param first the first address; bits after the prefix do not count
 * @param prefix how many bits they share
 */
public record AddressRange(InetAddress first, int prefix) {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|[01]?\\d{1,2})";

  /** Exact, since Java asks a name server for what is no address, and clients write such. */
  private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);

  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  public AddressRange {
    if (prefix < 0 || prefix > first.getAddress().length * 8) {
      throw new IllegalArgumentException("an address has no " + prefix + " bits");
    }
  }

  /**
   * Reads a range such as {@code 10.0.0.0/8} or {@code fd00::/8}, or one address.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static AddressRange parse(String text) {
    String[] parts = text.split("/", -1);
    Optional<InetAddress> first = address(parts[0]);
    boolean wellFormed =
        first.isPresent()
            && (parts.length == 1 || (parts.length == 2 && DIGITS.matcher(parts[1]).matches()));
    int bits = wellFormed ? first.get().getAddress().length * 8 : 0;
    int prefix = wellFormed && parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
    if (!wellFormed || prefix > bits) {
      throw new IllegalArgumentException(
          "\"%s\" is no range of addresses; expected such as 10.0.0.0/8, 192.168.1.20 or fd00::/8"
              .formatted(text));
    }
    return new AddressRange(first.get(), prefix);
  }

  /** Reads an address as it is written in numbers, without asking a name server. */
  static Optional<InetAddress> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
