// The run under way, kind by kind, with its log lines.

import { post } from "./api.js";
import { el, fill, told } from "./dom.js";
import { count, number, span, words } from "./format.js";
import { logLines } from "./log-lines.js";
import { actionButton } from "./notices.js";

const PHASES = {
  reading: "reading from Snipe-IT",
  planning: "comparing with the mirror",
  confirming: "asking Snipe-IT about what is missing",
  publishing: "publishing",
};
const SIGNS = { waiting: "◦ waiting", reading: "… reading", read: "✓ read" };

export function liveRun(section, { signal, mayControl }) {
  let shown = null;
  let parts = null;

  function begin(run) {
    shown = run.id;
    parts = {
      announced: el("p", { role: "status" }),
      facts: el("dl", { class: "facts" }),
      kinds: el("div"),
      log: el("details", {}, el("summary", {}, "Log of this run")),
    };
    const lines = logLines(run.id, signal, () => shown === run.id);
    parts.log.append(lines.element);
    parts.log.addEventListener("toggle", () => parts.log.open && lines.start(), { once: true });
    fill(
      section,
      el("h2", { id: "active" }, el("a", { href: `#/runs/${run.id}` }, `Run ${run.id}`), " is under way"),
      parts.announced,
      parts.facts,
      mayControl &&
        el(
          "p",
          {},
          actionButton(
            "Cancel this run",
            [`Cancel run ${run.id}?`, "It ends within seconds, and the mirror stays as it was, unless it is publishing already.", "Cancel it"],
            async () => {
              await post(`/sync/runs/${run.id}/cancellation`);
              return `Run ${run.id} was told to stop.`;
            },
            { class: "danger", id: "cancel" },
          ),
        ),
      parts.kinds,
      parts.log,
    );
    section.hidden = false;
  }

  function update(run) {
    const phase = PHASES[run.phase] ?? "beginning";
    if (parts.announced.textContent !== phase) {
      fill(parts.announced, phase);
    }
    fill(
      parts.facts,
      fact("Asked for by", told(run.trigger), ` (${words(run.mode)})`),
      fact("Since", span(run.elapsed_seconds)),
      fact("Time left", run.remaining_seconds === null ? "not known" : `about ${span(run.remaining_seconds)} of reading`),
      fact("Rows", run.expected_rows === null ? number(run.rows) : `${number(run.rows)} of about ${number(run.expected_rows)}`),
      fact("Requests", number(run.calls), run.waited_seconds >= 1 && `, waited ${span(run.waited_seconds)} for Snipe-IT's limit`),
      run.rate && fact("Rate", `${number(run.rate.used)} of ${number(run.rate.limit_per_minute)} requests this minute (its share is ${Math.round(run.rate.share * 100)} %)`),
    );
    fill(parts.kinds, el("ul", { class: "kinds" }, run.types.map(kind)));
  }

  return {
    follow({ active_run: run }) {
      if (!run) {
        shown = null;
        section.hidden = true;
        return;
      }
      if (run.id !== shown) {
        begin(run);
      }
      update(run);
    },
  };
}

function fact(name, ...value) {
  return [el("dt", {}, name), el("dd", {}, value)];
}

function kind(type) {
  const known = type.expected_rows !== null && type.expected_rows > 0;
  const done = type.step === "read";
  return el(
    "li",
    {},
    el("span", { class: "kind" }, words(type.type)),
    el("progress", {
      max: known ? Math.max(type.expected_rows, type.rows) : 1,
      value: done ? (known ? Math.max(type.expected_rows, type.rows) : 1) : known ? type.rows : type.step === "waiting" ? 0 : null,
      "aria-label": words(type.type),
    }),
    el("span", { class: "soft" }, `${SIGNS[type.step]}${type.step === "waiting" ? "" : `, ${count(type.rows, "row")}, ${count(type.pages, "page")}`}`),
  );
}
