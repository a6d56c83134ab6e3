// Whether every part is well, and how the service is set up.

import { BASE, get } from "./api.js";
import { el, fill, table, told } from "./dom.js";
import { moment, words } from "./format.js";

export async function system(main, route, { signal, again }) {
  const [health, facts] = await Promise.all([healthOf(signal), get("/system", signal)]);
  fill(
    main,
    el("h1", {}, "System"),
    el(
      "div",
      { class: "grid" },
      el(
        "section",
        { class: "card", "aria-labelledby": "health" },
        el("h2", { id: "health" }, "Health"),
        el("ul", { class: "plain" }, health.checks.map(check)),
        el("p", {}, el("button", { type: "button", onclick: again }, "Ask again")),
      ),
      el(
        "section",
        { class: "card", "aria-labelledby": "program" },
        el("h2", { id: "program" }, "Program"),
        el(
          "dl",
          { class: "facts" },
          fact("Version", told(facts.version)),
          fact("Running since", moment(facts.started_at)),
          fact("Java", told(facts.java)),
          fact("System", told(facts.os)),
          fact("This instance", told(facts.instance)),
        ),
        el("p", {}, el("a", { href: `${BASE}/docs` }, "HTTP API"), ", ", el("a", { href: `${BASE}/metrics` }, "metrics"), ", ", el("a", { href: `${BASE}/openapi.json` }, "OpenAPI")),
      ),
      el(
        "section",
        { class: "card", "aria-labelledby": "instances" },
        el("h2", { id: "instances" }, "Instances"),
        facts.instances.length === 0
          ? el("p", {}, "None has checked in.")
          : el("ul", { class: "plain" }, facts.instances.map((instance) => el("li", {}, told(instance.name), instance.self && " (this one)", ", seen ", moment(instance.seen_at)))),
      ),
    ),
    el(
      "section",
      { class: "card", "aria-labelledby": "settings" },
      el("h2", { id: "settings" }, "Settings"),
      table("Settings in effect; what is secret is not shown", ["Name", "Value", "From"], facts.settings.map(({ name, value, origin }) => [el("code", {}, name), told(value), told(origin)])),
    ),
  );
}

/** The answer tells of every part, also where one is down. */
async function healthOf(signal) {
  try {
    return await get("/health", signal);
  } catch (e) {
    if (e.problem?.checks) {
      return e.problem;
    }
    throw e;
  }
}

function check({ name, status, detail }) {
  const up = status === "up";
  return el("li", {}, el("span", { class: `badge ${up ? "good" : "bad"}` }, up ? "✓ well" : "✕ down"), " ", el("strong", {}, words(name)), detail && [": ", told(detail)]);
}

function fact(name, ...value) {
  return [el("dt", {}, name), el("dd", {}, value)];
}
