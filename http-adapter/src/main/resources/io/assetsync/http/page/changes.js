// What a run changed: kinds and operations with their numbers, their rows, and of each row the fields old and new.

import { BASE, get, own, withParameters } from "./api.js";
import { el, fill, told } from "./dom.js";
import { attributeWords, number, words } from "./format.js";

const PAGE = 50;
const OPERATIONS = { created: "new", updated: "changed", removed: "retired" };
const TYPING = 300;

export function changed(report, route, { signal }) {
  const section = el("section", { class: "card", "aria-labelledby": "changes" });
  const groups = el("div", { id: "groups" });
  const wanted = Object.fromEntries(["type", "operation", "text"].map((name) => [name, route.parameters.get(name) ?? ""]));
  const base = `/sync/runs/${report.id}/changes`;
  const downloads = el("p", { class: "hint" });
  const remark = el("p", { role: "status" });

  const show = async () => {
    history.replaceState(null, "", withParameters(`#/runs/${report.id}`, wanted));
    fill(
      downloads,
      "Download these: ",
      el("a", { href: BASE + withParameters(`${base}.csv`, wanted), download: "" }, "CSV"),
      ", ",
      el("a", { href: BASE + withParameters(`${base}.json`, wanted), download: "" }, "JSON"),
    );
    const { counts } = await get(withParameters(base, { limit: 1 }), signal);
    const picked = counts.filter((count) => (!wanted.type || count.type === wanted.type) && (!wanted.operation || count.operation === wanted.operation));
    fill(groups, picked.map((count) => group(base, count, wanted.text, picked.length === 1 || wanted.text !== "", signal)));
    fill(remark, counts.length === 0 ? "This run changed nothing." : picked.length === 0 && "Nothing of that kind.");
    filters.hidden = downloads.hidden = counts.length === 0;
    fillChoice(type, "every kind", [...new Set(counts.map((count) => count.type))], wanted.type);
  };
  const tell = () => show().catch((e) => e.name !== "AbortError" && fill(remark, e.message));
  const choose = (name, element) => () => {
    wanted[name] = element.value;
    tell();
  };

  const type = el("select", { id: "change-type" });
  type.addEventListener("change", choose("type", type));
  const operation = el("select", { id: "change-operation" });
  fillChoice(operation, "every change", Object.keys(OPERATIONS), wanted.operation, OPERATIONS);
  operation.addEventListener("change", choose("operation", operation));
  const text = el("input", { id: "change-text", type: "search", maxlength: 200, value: wanted.text });
  let typing;
  text.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(choose("text", text), TYPING);
  });
  const filters = el(
    "div",
    { class: "filters", role: "search", "aria-label": "Changes" },
    el("div", {}, el("label", { for: "change-text" }, "Label or value holds"), text),
    el("div", {}, el("label", { for: "change-type" }, "Kind"), type),
    el("div", {}, el("label", { for: "change-operation" }, "Change"), operation),
  );
  tell();
  return fill(section, el("h2", { id: "changes" }, "What it changed"), filters, remark, groups, downloads);
}

function fillChoice(select, all, names, chosen, shown = {}) {
  fill(select, el("option", { value: "" }, all), names.map((name) => el("option", { value: name, selected: name === chosen }, shown[name] ?? words(name))));
}

/** A kind and an operation; its rows are asked for when it is opened, page by page. */
function group(base, { type, operation, rows }, text, open, signal) {
  const list = el("ul", { class: "plain" });
  const more = el("button", { type: "button", hidden: true });
  const remark = el("p", { role: "status" });
  let next = withParameters(base, { type, operation, text, limit: PAGE });

  const load = async () => {
    more.hidden = true;
    const before = list.childElementCount;
    try {
      // A page of a search may be empty though there are more.
      do {
        const page = await get(next, signal);
        list.append(...page.changes.map(row));
        next = page.next && own(page.next);
      } while (next && list.childElementCount === before);
      fill(remark, list.childElementCount === 0 && "No row of these holds that text.");
    } catch (e) {
      fill(remark, e.name === "AbortError" ? "" : e.message);
    }
    fill(more, text ? "Look for more" : `Show more of ${number(rows)}`);
    more.hidden = !next;
  };
  more.addEventListener("click", load);
  const details = el(
    "details",
    { class: "group", "data-group": `${type} ${operation}` },
    el("summary", {}, el("strong", {}, words(type)), ` ${number(rows)} ${OPERATIONS[operation]}`),
    list,
    remark,
    more,
  );
  details.addEventListener("toggle", load, { once: true });
  details.open = open;
  return details;
}

function row({ type, id, label, operation, fields }) {
  const name = [label ? told(label) : el("span", {}, `${words(type)} ${id}`), el("span", { class: "soft" }, ` id ${id}`)];
  const link = type === "asset" && [" ", el("a", { href: `#/assets/${id}`, "aria-label": `Timeline of asset ${id}` }, "timeline")];
  if (operation === "created") {
    return el("li", {}, name, link);
  }
  return el("li", {}, el("details", {}, el("summary", {}, name, el("span", { class: "soft" }, `: ${fields.map((field) => attributeWords(field.attribute)).join(", ")}`)), fieldTable(fields), link));
}

/** Returns the fields of a row that became different, old and new. */
export function fieldTable(fields) {
  return el(
    "dl",
    { class: "facts fields" },
    fields.map(({ attribute, before, after }) => [
      el("dt", {}, el("bdi", {}, attributeWords(attribute))),
      el("dd", {}, before === null ? el("span", { class: "soft" }, "nothing") : el("del", { class: "clamped" }, told(before)), el("span", { class: "soft" }, " → "), after === null ? el("span", { class: "soft" }, "nothing") : el("ins", { class: "clamped" }, told(after))),
    ]),
  );
}
