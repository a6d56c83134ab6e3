// Says times, numbers and names for people, in their language and zone.

import { el } from "./dom.js";

const NUMBER = new Intl.NumberFormat();
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const SHORT = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
const UNITS = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** What became of a run: its word, and how it is to be taken: good, warn, bad, idle or busy. */
const OUTCOMES = {
  applied: ["applied", "good", "✓"],
  unchanged: ["nothing to do", "good", "✓"],
  previewed: ["previewed", "idle", "◦"],
  held: ["held something back", "warn", "!"],
  refused: ["refused", "bad", "✕"],
  failed: ["failed", "bad", "✕"],
  interrupted: ["interrupted", "bad", "✕"],
  cancelled: ["cancelled", "idle", "–"],
  skipped: ["skipped", "idle", "–"],
  missed: ["missed", "warn", "!"],
  running: ["running", "busy", "…"],
};

export function number(value) {
  return NUMBER.format(value);
}

/** Returns "1 row" or "3 rows". */
export function count(value, one, many = `${one}s`) {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** Returns a `time` element with a moment in the viewer's zone. */
export function moment(instant, short = false) {
  if (!instant) {
    return el("span", { class: "none" }, "–");
  }
  const date = new Date(instant);
  return el("time", { datetime: instant, title: `${MOMENT.format(date)} here, ${instant}` }, (short ? SHORT : MOMENT).format(date));
}

/** Returns a moment as text in a zone, such as "Fri 16:00" of "Europe/Berlin". */
export function inZone(instant, timeZone) {
  return new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit", timeZone, timeZoneName: "short" }).format(new Date(instant));
}

/** Returns a time span by its two largest units: "1 hour 5 minutes". */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const first = UNITS.findIndex(([, size]) => whole >= size);
  if (first < 0) {
    return amount(0, "second");
  }
  let rest = whole;
  const parts = [];
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    const units = Math.floor(rest / size);
    rest -= units * size;
    if (units > 0) {
      parts.push(amount(units, unit));
    }
  }
  return parts.join(" ");
}

function amount(value, unit) {
  return new Intl.NumberFormat(undefined, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** Returns a name of the service in words: "status_label" is "status label". */
export function words(name) {
  return name.replaceAll("_", " ");
}

/** Returns an attribute in words; the id of something is shown by that thing's name. */
export function attributeWords(name) {
  return words(name.replace(/_id$/, ""));
}

/** Returns the word for an outcome, with a sign that does not need its colour. */
export function outcome(code) {
  const [text, kind, sign] = OUTCOMES[code] ?? [words(code), "idle", "?"];
  return el("span", { class: `badge ${kind}` }, el("span", { "aria-hidden": "true" }, sign), ` ${text}`);
}

/** Returns how an outcome is to be taken: good, warn, bad, idle or busy. */
export function outcomeKind(code) {
  return (OUTCOMES[code] ?? ["", "idle"])[1];
}

/** Returns the changes of a run's totals in words: "3 new, 12 changed, 1 retired". */
export function changes({ created = 0, updated = 0, removed = 0, held = 0 }) {
  const parts = [
    [created, "new"],
    [updated, "changed"],
    [removed, "retired"],
    [held, "held back"],
  ];
  const said = parts.filter(([value]) => value > 0).map(([value, word]) => `${number(value)} ${word}`);
  return said.length === 0 ? "no changes" : said.join(", ");
}
