// Finds assets by tag, serial, name or person, now or as of a time.

import { get, own, withParameters } from "./api.js";
import { el, fill, told } from "./dom.js";
import { count, words } from "./format.js";

const PAGE = 50;
const TYPING = 300;
const LIFE_CYCLES = ["active", "archived", "deleted", "gone"];
const COLUMNS = [
  ["asset_tag", "Tag"],
  ["name", "Name"],
  ["serial", "Serial"],
  ["status", "Status"],
  ["model", "Model"],
  ["location", "Location"],
  ["assigned_to", "Who has it"],
];

export async function assets(main, route, { signal }) {
  const wanted = Object.fromEntries(["text", "life_cycle", "at"].map((name) => [name, route.parameters.get(name) ?? ""]));
  const list = el("tbody");
  const found = el("p", { role: "status", id: "found" });
  const more = el("button", { type: "button", hidden: true }, "Show more");
  let next = null;
  let asked = 0;

  const load = async () => {
    const mine = asked;
    const page = await get(next, signal);
    if (mine !== asked) {
      return;
    }
    list.append(...page.assets.map((asset) => row(asset, wanted.at)));
    next = page.next && own(page.next);
    more.hidden = next === null;
    fill(found, page.total === 0 ? "There is none." : `${count(page.total, "asset")}${wanted.at ? ` as of ${new Date(wanted.at).toLocaleString()}` : ""}`);
  };
  const fail = (e) => e.name !== "AbortError" && fill(found, el("span", { class: "bad-text" }, e.message));
  const show = async () => {
    asked++;
    history.replaceState(null, "", withParameters("#/assets", wanted));
    fill(list);
    more.hidden = true;
    next = withParameters("/assets", { ...wanted, limit: PAGE });
    await load();
  };
  more.addEventListener("click", () => load().catch(fail));

  const text = el("input", { id: "asset-text", type: "search", maxlength: 200, value: wanted.text });
  let typing;
  text.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      wanted.text = text.value;
      show().catch(fail);
    }, TYPING);
  });
  const lifeCycle = el(
    "select",
    { id: "asset-life-cycle" },
    el("option", { value: "" }, "all but gone"),
    LIFE_CYCLES.map((name) => el("option", { value: name, selected: name === wanted.life_cycle }, name)),
  );
  lifeCycle.addEventListener("change", () => {
    wanted.life_cycle = lifeCycle.value;
    show().catch(fail);
  });
  const at = moment("asset-at", wanted.at, (instant) => {
    wanted.at = instant;
    show().catch(fail);
  });
  fill(
    main,
    el("h1", {}, "Assets"),
    el(
      "div",
      { class: "filters", role: "search", "aria-label": "Assets" },
      el("div", {}, el("label", { for: "asset-text" }, "Tag, serial, name or person"), text),
      el("div", {}, el("label", { for: "asset-life-cycle" }, "Life cycle"), lifeCycle),
      at,
    ),
    found,
    el(
      "div",
      { class: "scroll card", tabindex: "0", role: "region", "aria-label": "Assets" },
      el("table", {}, el("thead", {}, el("tr", {}, COLUMNS.map(([, title]) => el("th", { scope: "col" }, title)))), list),
    ),
    more,
  );
  await show().catch(fail);
}

/**
 * Returns a field for a moment of the past, in the viewer's zone.
 *
 * @param instant the one that is chosen, as text; empty for now
 * @param choose takes another one
 */
export function moment(id, instant, choose) {
  const field = el("input", { id, type: "datetime-local", value: local(instant) });
  field.addEventListener("change", () => choose(field.value === "" ? "" : new Date(field.value).toISOString()));
  return el("div", {}, el("label", { for: id }, "As of (empty: now)"), field);
}

function local(instant) {
  if (!instant) {
    return null;
  }
  const date = new Date(instant);
  return new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function row(asset, at) {
  const link = el("a", { href: withParameters(`#/assets/${asset.id}`, { at }) }, asset.asset_tag ? told(asset.asset_tag) : `id ${asset.id}`);
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, link, asset.life_cycle !== "active" && el("span", { class: "badge idle" }, words(asset.life_cycle))),
    COLUMNS.slice(1).map(([name]) => el("td", {}, el("span", { class: "clamped" }, told(asset[name])))),
  );
}
