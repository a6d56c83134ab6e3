package io.assetsync.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457), with the request's id and the run it is about, if any. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemView(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String requestId,
    @Nullable Long runId,
    @Nullable RunView run) {}
