// How many rows there are of each kind, and how that number went.

import { get } from "./api.js";
import { el, fill, svg } from "./dom.js";
import { number, words } from "./format.js";

const DAYS = 30;
const WIDTH = 120;
const HEIGHT = 28;

export async function totals(section, signal) {
  const heading = el("h2", { id: "totals" }, "What the mirror holds");
  try {
    const { totals: kinds } = await get(`/sync/totals?days=${DAYS}`, signal);
    fill(
      section,
      heading,
      kinds.length === 0 ? el("p", {}, "Nothing yet.") : el("ul", { class: "totals" }, kinds.map(kind)),
      el("p", { class: "hint" }, `Rows that are not gone; the lines show what was read on each of the last ${DAYS} days.`),
    );
  } catch (e) {
    if (e.name === "AbortError") {
      throw e;
    }
    fill(section, heading, el("p", { class: "bad-text" }, e.message));
  }
}

function kind({ type, rows, by_life_cycle: states, series }) {
  const apart = Object.entries(states).filter(([state, value]) => state !== "active" && state !== "gone" && value > 0);
  return el(
    "li",
    {},
    el("span", { class: "kind" }, words(type)),
    el("span", { class: "number" }, number(rows)),
    line(series.map((point) => point.rows)),
    apart.length > 0 && el("span", { class: "soft apart" }, apart.map(([state, value]) => `${number(value)} ${state}`).join(", ")),
  );
}

function line(values) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const y = (value) => (most === least ? HEIGHT / 2 : 3 + ((most - value) / (most - least)) * (HEIGHT - 6));
  const x = (i) => (values.length < 2 ? WIDTH : (i / (values.length - 1)) * WIDTH);
  const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`);
  const told = values.length === 0 ? "no earlier numbers" : `from ${number(values[0])} to ${number(values.at(-1))}`;
  return svg(
    "svg",
    { class: "line", viewBox: `-2 0 ${WIDTH + 4} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: "img", "aria-label": told },
    points.length > 1 && svg("polyline", { points: points.join(" ") }),
    points.length > 0 && svg("circle", { cx: x(values.length - 1), cy: y(values.at(-1)), r: 2 }),
  );
}
