// One asset: its values now or as of a time, and what became of it when.

import { get, own, withParameters } from "./api.js";
import { moment as momentField } from "./assets.js";
import { fieldTable } from "./changes.js";
import { el, fill, told } from "./dom.js";
import { attributeWords, moment, words } from "./format.js";

const PAGE = 30;
const OPERATIONS = { created: "came into the mirror", updated: "changed", removed: "went" };

export async function asset(main, route, { signal }) {
  const id = encodeURIComponent(route.parts[1]);
  const at = route.parameters.get("at") ?? "";
  const shown = await get(withParameters(`/assets/${id}`, { at }), signal);
  document.title = `${shown.label || `Asset ${shown.id}`} · Asset Sync`;
  const timeline = el("ol", { class: "plain", id: "timeline" });
  const more = el("button", { type: "button", hidden: true }, "Show earlier ones");
  const remark = el("p", { role: "status" });
  let next = `/assets/${id}/changes?limit=${PAGE}`;
  const load = async () => {
    try {
      const page = await get(next, signal);
      timeline.append(...page.changes.map(change));
      next = page.next && own(page.next);
      more.hidden = next === null;
      fill(remark, timeline.childElementCount === 0 && "Nothing is known of its past.");
    } catch (e) {
      fill(remark, e.name === "AbortError" ? "" : e.message);
    }
  };
  more.addEventListener("click", load);
  fill(
    main,
    el("h1", {}, shown.label ? told(shown.label) : `Asset ${shown.id}`),
    el(
      "div",
      { class: "filters" },
      momentField("at", at, (instant) => (location.hash = withParameters(`#/assets/${id}`, { at: instant }))),
      shown.link && el("p", {}, el("a", { href: shown.link, rel: "noreferrer", id: "in-snipe-it" }, "Open it in Snipe-IT")),
    ),
    el(
      "div",
      { class: "grid" },
      el(
        "section",
        { class: "card", "aria-labelledby": "state" },
        el("h2", { id: "state" }, at ? ["As of ", moment(at)] : "Now"),
        el(
          "dl",
          { class: "facts" },
          fact("life cycle", el("span", { class: `badge ${shown.life_cycle === "active" ? "good" : "idle"}` }, words(shown.life_cycle))),
          shown.removed_at && fact("gone since", moment(shown.removed_at)),
          fact("changed", moment(shown.changed_at), " by ", el("a", { href: `#/runs/${shown.changed_run}` }, `run ${shown.changed_run}`)),
          shown.fields.filter((field) => field.value !== null).map((field) => fact(el("bdi", {}, attributeWords(field.attribute)), el("span", { class: "clamped" }, told(field.value)))),
        ),
      ),
      el("section", { class: "card", "aria-labelledby": "past" }, el("h2", { id: "past" }, "Timeline"), timeline, remark, more),
    ),
  );
  await load();
}

function change({ run_id: run, at, operation, fields }) {
  return el(
    "li",
    {},
    el("p", {}, moment(at), ": ", OPERATIONS[operation], " in ", el("a", { href: `#/runs/${run}` }, `run ${run}`)),
    operation === "created" || fieldTable(fields),
  );
}

function fact(name, ...value) {
  return [el("dt", {}, name), el("dd", {}, value)];
}
