// A bar for each run of the last weeks: its height is how long it took, its colour and sign what became of it.

import { get, own } from "./api.js";
import { el, fill, svg } from "./dom.js";
import { changes, moment, outcome, outcomeKind, span, words } from "./format.js";

const DAYS = 28;
const MAX_BARS = 300;
const PAGE = 100;
const WIDTH = 12;
const HEIGHT = 90;
const SIGNS = { good: "", warn: "!", bad: "✕", idle: "–", busy: "…" };

export async function runBars(section, signal) {
  const runs = await lastWeeks(signal);
  const caption = el("p", { class: "bar-caption", "aria-live": "polite" });
  const place = el("div", { class: "scroll" });
  const tell = (run) => fill(caption, el("strong", {}, `Run ${run.id}`), ", ", moment(run.started_at), ", ", words(run.trigger), ": ", outcome(run.outcome), ` ${changes(run.totals)}, ${span(run.duration_seconds)}`);
  fill(
    section,
    el("h2", { id: "bars" }, "Runs of the last four weeks"),
    runs.length === 0 ? el("p", {}, "There was none.") : place,
    runs.length > 0 && caption,
    el("p", {}, el("a", { href: "#/runs" }, "All runs")),
  );
  if (runs.length > 0) {
    place.append(chart(runs, tell));
    place.scrollLeft = place.scrollWidth;
    tell(runs.at(-1));
  }
}

/** Returns the runs from the oldest to the newest. */
async function lastWeeks(signal) {
  const since = Date.now() - DAYS * 86_400_000;
  const runs = [];
  let next = `/sync/runs?limit=${PAGE}`;
  while (next && runs.length < MAX_BARS) {
    const page = await get(next, signal);
    runs.push(...page.runs);
    const isOlder = page.runs.length > 0 && new Date(page.runs.at(-1).started_at) < since;
    next = page.next && !isOlder ? own(page.next) : null;
  }
  return runs.filter((run) => new Date(run.started_at) >= since).slice(0, MAX_BARS).reverse();
}

/** One bar is in the order of the tab key; arrows, Home and End go to the others. */
function chart(runs, tell) {
  const longest = Math.max(1, ...runs.map((run) => run.duration_seconds));
  const bars = runs.map((run, i) => {
    const height = 8 + Math.sqrt(run.duration_seconds / longest) * (HEIGHT - 24);
    const kind = outcomeKind(run.outcome);
    return svg(
      "a",
      {
        href: `#/runs/${run.id}`,
        class: `bar ${kind}`,
        tabindex: i === runs.length - 1 ? "0" : "-1",
        "aria-label": `Run ${run.id}, ${new Date(run.started_at).toLocaleString()}, ${words(run.outcome)}, ${changes(run.totals)}, ${span(run.duration_seconds)}`,
        onfocus: () => tell(run),
        onpointerenter: () => tell(run),
      },
      svg("rect", { class: "reach", x: i * WIDTH, y: 0, width: WIDTH, height: HEIGHT }),
      svg("rect", { class: "body", x: i * WIDTH + 2, y: HEIGHT - height, width: WIDTH - 4, height, rx: 2 }),
      svg("text", { x: i * WIDTH + WIDTH / 2, y: HEIGHT - height - 3, "text-anchor": "middle", "aria-hidden": "true" }, SIGNS[kind]),
    );
  });
  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length };
  const move = (event) => {
    const at = bars.indexOf(document.activeElement);
    if (at < 0 || !(event.key in steps)) {
      return;
    }
    event.preventDefault();
    const to = Math.min(bars.length - 1, Math.max(0, at + steps[event.key]));
    bars[at].setAttribute("tabindex", "-1");
    bars[to].setAttribute("tabindex", "0");
    bars[to].focus();
  };
  const width = bars.length * WIDTH;
  return svg("svg", { class: "bars", role: "group", "aria-label": "Runs, oldest first; arrow keys move between them", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, onkeydown: move }, bars);
}
