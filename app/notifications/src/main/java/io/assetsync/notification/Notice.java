package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that people or monitors are to know. It holds no secret and no personal data: only
 * sentences of our own and numbers.
 *
 * @param id the same however often it is sent, so that a receiver can tell repetitions
 * @param at when it became true
 * @param title a few words
 * @param text one sentence
 * @param advice what to do, one sentence; empty if nothing
 * @param run the run it is about, if it is about one
 * @param link where to look
 */
record Notice(
    UUID id,
    NoticeKind kind,
    Instant at,
    String title,
    String text,
    String advice,
    Optional<RunSummary> run,
    Optional<URI> link) {

  Notice {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
    requireNonNull(title, "title");
    requireNonNull(text, "text");
    requireNonNull(advice, "advice");
    requireNonNull(run, "run");
    requireNonNull(link, "link");
  }
}
