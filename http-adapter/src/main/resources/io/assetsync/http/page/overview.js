// How things stand: is the data right, what runs, what runs next, what ran.

import { get } from "./api.js";
import { controls } from "./controls.js";
import { el, fill } from "./dom.js";
import { changes, moment, outcome, span } from "./format.js";
import { liveRun } from "./live-run.js";
import { nextRuns } from "./next-runs.js";
import { runBars } from "./run-bars.js";
import { totals } from "./totals.js";

export async function overview(main, route, context) {
  const { live, signal } = context;
  const freshness = el("section", { class: "card", "aria-labelledby": "freshness" });
  const active = el("section", { class: "card", "aria-labelledby": "active", hidden: true });
  const schedule = el("section", { class: "card", "aria-labelledby": "schedule" });
  const actions = el("section", { class: "card", "aria-labelledby": "actions" });
  const bars = el("section", { class: "card", "aria-labelledby": "bars" });
  const rows = el("section", { class: "card", "aria-labelledby": "totals" });
  fill(main, el("h1", { class: "hidden-text" }, "Overview"), freshness, active, el("div", { class: "grid" }, schedule, context.mayControl && actions), bars, rows);

  const running = liveRun(active, context);
  const next = nextRuns(schedule, context);
  if (context.mayControl) {
    controls(actions, context);
  }
  const follow = (status) => {
    showFreshness(freshness, status);
    running.follow(status);
    next.follow(status);
  };
  live.addEventListener("status", ({ detail }) => follow(detail), { signal });
  const again = () => Promise.all([runBars(bars, signal), totals(rows, signal)]);
  live.addEventListener("run", ({ detail }) => detail.change === "ended" && again().catch(() => {}), { signal });

  follow(live.status ?? (await get("/sync/status", signal)));
  const ticking = setInterval(() => live.status && showFreshness(freshness, live.status), 1000);
  signal.addEventListener("abort", () => clearInterval(ticking));
  await again();
}

/** The headline: how old the data is, against the limit, in words that need no colour. */
function showFreshness(section, status) {
  const { freshness, last_run: last } = status;
  const age = freshness.last_success && (Date.now() - new Date(freshness.last_success.finished_at)) / 1000;
  const [kind, sign, words] = verdict(freshness, age);
  const key = `${last?.id} ${status.stale_since} ${words}`;
  if (section.dataset.key !== key) {
    section.dataset.key = key;
    fill(
      section,
      el("h2", { id: "freshness", class: "hidden-text" }, "Freshness"),
      el("p", { class: "headline" }, el("span", { class: `badge ${kind}`, "aria-hidden": "true" }, sign), " ", el("span", { class: "age" })),
      el("p", { class: "verdict", role: "status" }, words),
      status.stale_since && el("p", { class: "bad-text" }, "The service has had no word from its database since ", moment(status.stale_since), "."),
      last && lastRun(last),
    );
  }
  section.querySelector(".age").textContent = age === null ? "There is no data yet" : `The data is ${span(age)} old`;
}

function lastRun(run) {
  return [
    el(
      "p",
      {},
      el("a", { href: `#/runs/${run.id}` }, `Run ${run.id}`),
      " was the last one. It ended ",
      moment(run.finished_at, true),
      ": ",
      outcome(run.outcome),
      ` ${changes(run.totals)}.`,
    ),
    run.failure && el("p", { class: "bad-text" }, run.failure.message),
  ];
}

function verdict({ limit_seconds: limit, last_success: success }, age) {
  if (!success) {
    return ["warn", "!", "No run has succeeded so far."];
  }
  if (limit === null) {
    return ["idle", "◦", "No limit is set for its age."];
  }
  return age <= limit
    ? ["good", "✓", `Fresh: the limit is ${span(limit)}.`]
    : ["bad", "✕", `Too old: the limit is ${span(limit)}. Look at the last runs.`];
}
