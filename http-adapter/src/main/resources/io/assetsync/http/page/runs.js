// All runs, newest first.

import { get, own, withParameters } from "./api.js";
import { el, fill, told } from "./dom.js";
import { changes, moment, outcome, span, words } from "./format.js";

const OUTCOMES = ["any", "applied", "unchanged", "held", "refused", "failed", "interrupted", "cancelled", "skipped", "missed", "previewed", "running"];

export async function runs(main, route, { live, signal, again }) {
  const wanted = route.parameters.get("outcome") ?? "any";
  const choice = el(
    "select",
    { id: "outcome", onchange: () => (location.hash = withParameters("#/runs", { outcome: choice.value === "any" ? "" : choice.value })) },
    OUTCOMES.map((code) => el("option", { value: code, selected: code === wanted }, words(code))),
  );
  const list = el("tbody");
  const more = el("button", { type: "button", hidden: true }, "Show older runs");
  const remark = el("p", { role: "status" });
  let next = withParameters("/sync/runs", { limit: 50, outcome: wanted });

  const load = async () => {
    const page = await get(next, signal);
    list.append(...page.runs.map(row));
    next = page.next && own(page.next);
    more.hidden = next === null;
    fill(remark, list.childElementCount === 0 && (next ? "None among the newest." : "There is none."));
  };
  more.addEventListener("click", () => load().catch((e) => fill(remark, e.message)));
  fill(
    main,
    el("h1", {}, "Runs"),
    el("div", { class: "filters" }, el("div", {}, el("label", { for: "outcome" }, "Outcome"), choice)),
    el(
      "div",
      { class: "scroll card", tabindex: "0", role: "region", "aria-label": "Runs" },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, ["Run", "Began", "Asked for by", "Mode", "Outcome", "Changes", "Took"].map((text) => el("th", { scope: "col" }, text)))),
        list,
      ),
    ),
    remark,
    more,
  );
  await load();
  live.addEventListener("run", () => list.childElementCount <= 50 && again(), { signal });
}

function row(run) {
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, el("a", { href: `#/runs/${run.id}` }, `Run ${run.id}`)),
    el("td", {}, moment(run.started_at, true)),
    el("td", {}, told(run.trigger)),
    el("td", {}, words(run.mode)),
    el("td", {}, outcome(run.outcome)),
    el("td", {}, run.failure ? told(run.failure.message) : changes(run.totals)),
    el("td", {}, span(run.duration_seconds)),
  );
}
