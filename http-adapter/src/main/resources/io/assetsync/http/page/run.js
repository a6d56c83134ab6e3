// One run: what became of it and why, what it changed, what it held back, what it wrote to the log.

import { get, post } from "./api.js";
import { changed } from "./changes.js";
import { el, fill, told } from "./dom.js";
import { changes, count, moment, number, outcome, span, words } from "./format.js";
import { logLines } from "./log-lines.js";
import { actionButton } from "./notices.js";

const SHOWN_IDS = 20;

/** What to do about a run that did not do all it should, by whose it is to mend. */
const REMEDIES = {
  source: "Look at Snipe-IT and at the way to it: the System view asks it. The next run tries again by itself.",
  store: "Look at the database: the System view asks it. The next run tries again by itself.",
  nobody: "Nothing is broken. Start another run if you want one.",
  bug: "Look for this run in the service's log, and report what it says.",
};

export async function run(main, route, context) {
  const { live, signal, again } = context;
  const id = route.parts[1];
  const report = await get(`/sync/runs/${encodeURIComponent(id)}`, signal);
  const active = report.outcome === "running";
  document.title = `Run ${report.id} · Asset Sync`;
  const log = el("details", { class: "card", id: "log" }, el("summary", {}, el("h2", {}, "Log")));
  const lines = logLines(report.id, signal, () => active);
  log.append(lines.element);
  log.addEventListener("toggle", () => lines.start(), { once: true });
  fill(
    main,
    el("h1", {}, `Run ${report.id}: ${headline(report)}`),
    el("div", { class: "grid" }, about(report), why(report, context)),
    reading(report),
    active || changed(report, route, context),
    log,
  );
  live.addEventListener("run", ({ detail }) => detail.run.id === report.id && detail.change === "ended" && again(), { signal });
}

function headline(report) {
  const words = changes(report.totals);
  return report.outcome === "running" ? "under way" : report.outcome === "previewed" ? `would make ${words}` : words;
}

function about(report) {
  return el(
    "section",
    { class: "card", "aria-labelledby": "about" },
    el("h2", { id: "about" }, "What it was"),
    el(
      "dl",
      { class: "facts" },
      fact("Outcome", outcome(report.outcome)),
      fact("Began", moment(report.started_at)),
      report.finished_at && fact("Ended", moment(report.finished_at)),
      fact("Took", span(report.duration_seconds)),
      fact("Mode", words(report.mode)),
      fact("Asked for by", told(report.trigger)),
      report.times.length > 0 && fact("For", report.times.map((time) => el("div", {}, told(time.name), " ", moment(time.at)))),
      report.subject_run && fact("About", el("a", { href: `#/runs/${report.subject_run}` }, `run ${report.subject_run}`)),
      report.accept_source && fact("Source", "taken as it is now, at a person's word"),
      Object.entries(report.phases).map(([phase, seconds]) => fact(words(phase), span(seconds))),
      fact("Requests", number(report.totals.calls)),
    ),
  );
}

/** Why it did not do everything, and what a person can do about that. */
function why(report, context) {
  const held = report.types.filter((type) => type.held_ids.length > 0);
  const found = report.types.filter((type) => type.findings.some((finding) => finding.kind !== "held"));
  if (!report.failure && report.objections.length === 0 && held.length === 0 && found.length === 0) {
    return null;
  }
  return el(
    "section",
    { class: "card", "aria-labelledby": "why" },
    el("h2", { id: "why" }, "What needs a look"),
    report.failure && [
      el("p", { class: "bad-text" }, report.failure.message),
      el("p", {}, REMEDIES[report.failure.blame]),
      el("p", { class: "hint" }, `${words(report.failure.blame)}, ${report.failure.code}`),
    ],
    report.objections.length > 0 && [
      el("h3", {}, "Objections"),
      el(
        "ul",
        {},
        report.objections.map((objection) =>
          el(
            "li",
            {},
            el("strong", {}, words(objection.type)),
            ` (${words(objection.guard)}, ${objection.effect === "refuse" ? "nothing was published" : "what is missing was kept"}): `,
            told(objection.reason),
          ),
        ),
      ),
    ],
    held.length > 0 && [el("h3", {}, "Held removals"), held.map(heldRemovals), context.mayControl && approval(report, held, context)],
    found.length > 0 && [el("h3", {}, "Found in rows"), found.map(findings)],
  );
}

function heldRemovals({ type, held_ids: ids }) {
  const all = el("ul", { class: "ids" }, ids.slice(0, SHOWN_IDS).map((id) => one(type, id)));
  const rest = el("button", { type: "button" }, `Show all ${number(ids.length)}`);
  rest.addEventListener("click", () => {
    all.append(...ids.slice(SHOWN_IDS).map((id) => one(type, id)));
    rest.remove();
  });
  return [el("p", {}, `${count(ids.length, "row")} of ${words(type)} no longer listed, and kept:`), all, ids.length > SHOWN_IDS && rest];
}

function one(type, id) {
  return el("li", {}, type === "asset" ? el("a", { href: `#/assets/${id}` }, String(id)) : String(id));
}

function approval(report, held, { live }) {
  const rows = held.reduce((sum, type) => sum + type.held_ids.length, 0);
  return el(
    "p",
    {},
    actionButton(
      `Approve these ${number(rows)} removals`,
      [
        "Approve the removals?",
        `A full run starts that may mark at most these ${count(rows, "row")} as gone. It proves everything anew: what is listed again or known to Snipe-IT stays.`,
        "Approve",
      ],
      async () => {
        const { run_id: id } = await post(`/sync/runs/${report.id}/approval`);
        live.refresh();
        location.hash = `#/runs/${id}`;
        return `Approved: run ${id} has started.`;
      },
      { class: "danger", id: "approve" },
    ),
  );
}

function findings({ type, findings: list, rejected }) {
  const shown = list.filter((finding) => finding.kind !== "held");
  return el(
    "details",
    {},
    el("summary", {}, `${words(type)}: ${count(Math.max(shown.length, rejected), "finding")}${shown.length < rejected ? `, ${shown.length} shown` : ""}`),
    el("ul", {}, shown.map((finding) => el("li", {}, el("strong", {}, words(finding.kind)), finding.id !== null && [" ", one(type, finding.id)], finding.detail && [": ", told(finding.detail)]))),
  );
}

function reading(report) {
  const rows = report.types.map((type) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, words(type.type)),
      el("td", {}, words(type.completeness), type.reason && [": ", told(type.reason)]),
      ["rows", "created", "updated", "removed", "held", "rejected", "calls"].map((name) => el("td", { class: "number" }, number(type[name]))),
    ),
  );
  return (
    rows.length > 0 &&
    el(
      "details",
      { class: "card" },
      el("summary", {}, el("h2", {}, `What was read: ${count(report.totals.rows, "row")} of ${count(rows.length, "kind")}`)),
      el(
        "div",
        { class: "scroll", tabindex: "0", role: "region", "aria-label": "What was read" },
        el(
          "table",
          {},
          el(
            "thead",
            {},
            el("tr", {}, el("th", { scope: "col" }, "Kind"), el("th", { scope: "col" }, "Listing"), ["Rows", "New", "Changed", "Retired", "Held", "Unreadable", "Requests"].map((text) => el("th", { scope: "col", class: "number" }, text))),
          ),
          el("tbody", {}, rows),
        ),
      ),
    )
  );
}

function fact(name, ...value) {
  return [el("dt", {}, name), el("dd", {}, value)];
}
