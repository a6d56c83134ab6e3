package io.assetsync.snipeit;

import java.time.ZoneId;
import java.util.Optional;

/**
 * How the values of one reading are to be understood. It is the same for all its pages, in whatever
 * order they are decoded. Used by any threads.
 *
 * @param site told what the pages show
 * @param zone the zone of the server's wall clock
 * @param configuredFormat the format of dates in custom fields, empty for what the pages tell
 * @param knownFormats what was known of it when the reading began
 * @param seesEncryptedFields whether the token's user is known to see encrypted custom fields
 * @param seesProductKeys whether the token's user is known to see product keys
 * @param remarks collects what there is to say about the reading
 */
record Interpretation(
    Site site,
    ZoneId zone,
    Optional<DateFormat> configuredFormat,
    DateFormats knownFormats,
    boolean seesEncryptedFields,
    boolean seesProductKeys,
    Remarks remarks) {

  /** Returns what holds for the dates of a page. */
  PageDates dates() {
    return new PageDates(configuredFormat, knownFormats);
  }

  /** Takes over what a page has told of the format of dates. */
  void learn(PageDates page) {
    DateFormats shown = page.shown();
    if (shown.isSettled()) {
      site.learn(shown);
    }
    configuredFormat
        .filter(format -> page.wasTold() && !shown.formats().contains(format))
        .ifPresent(
            format ->
                remarks.add(
                    "the date format is configured as "
                        + format
                        + ", but Snipe-IT shows dates "
                        + (shown.isSettled() ? "as " + shown.formats().get(0) : "in another one")
                        + "; set SNIPEIT_DATE_FORMAT to that of the site"));
  }
}
