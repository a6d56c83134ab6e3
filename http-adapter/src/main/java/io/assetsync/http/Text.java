package io.assetsync.http;

/**
 * A body that is sent as it is, not as JSON.
 *
 * @param contentType what it is
 * @param content the whole body
 */
record Text(String contentType, String content) {}
