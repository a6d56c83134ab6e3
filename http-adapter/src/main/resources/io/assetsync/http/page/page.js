// The page: finds the view that the address names, and keeps what all views share.
//
// A view is a function `(main, route, context)` that fills `main`. `context.signal` ends when another view is shown: give it
// to every listener and every request. Addresses are `#/runs/12?type=asset`: `route.parts` is ["runs", "12"],
// `route.parameters` the rest.

import { get, post } from "./api.js";
import { el, fill } from "./dom.js";
import { Live } from "./live.js";
import { say } from "./notices.js";
import { overview } from "./overview.js";
import { runs } from "./runs.js";
import { run } from "./run.js";
import { assets } from "./assets.js";
import { asset } from "./asset.js";
import { system } from "./system.js";
import { signIn } from "./sign-in.js";

const VIEWS = [
  { name: "", title: "Overview", show: overview },
  { name: "runs", title: "Runs", show: runs, one: run },
  { name: "assets", title: "Assets", show: assets, one: asset },
  { name: "system", title: "System", show: system },
];

const main = document.getElementById("main");
const live = new Live();
let session = null;
let leave = new AbortController();

function routeOf(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { parts: path.split("/").filter(Boolean).map(decodeURIComponent), parameters: new URLSearchParams(query) };
}

async function show(moved = true) {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const route = routeOf(location.hash);
  const view = VIEWS.find(({ name }) => name === (route.parts[0] ?? ""));
  const chosen = route.parts.length > 1 ? view?.one : view?.show;
  showHeader(view);
  document.title = view && view.name ? `${view.title} · Asset Sync` : "Asset Sync";
  if (session.role === null) {
    signIn(main, async (token) => enter(await post("/sign-in", { token })));
    return;
  }
  if (!chosen) {
    fill(main, el("h1", {}, "There is no such view"), el("p", {}, el("a", { href: "#/" }, "Go to the overview")));
    return;
  }
  const context = { live, signal, session, mayControl: session.role === "control", again: () => show(false) };
  try {
    await chosen(main, route, context);
    if (moved && !signal.aborted && document.activeElement === document.body) {
      main.focus({ preventScroll: true });
    }
  } catch (e) {
    if (!signal.aborted && e.name !== "AbortError") {
      fill(
        main,
        el("h1", {}, "This cannot be shown"),
        el("p", { class: "bad-text" }, e.message),
        el("p", {}, el("button", { type: "button", onclick: () => show(false) }, "Try again")),
      );
    }
  }
}

function showHeader(current) {
  fill(
    document.getElementById("views"),
    session.role !== null &&
      VIEWS.map((view) => el("a", { href: `#/${view.name}`, "aria-current": view === current && "page" }, view.title)),
  );
  fill(
    document.getElementById("person"),
    session.authentication && session.role !== null && [
      el("span", {}, el("bdi", {}, session.name), session.role === "read" ? " (reads)" : ""),
      el("button", { type: "button", onclick: leaveSession }, "Sign out"),
    ],
  );
}

async function leaveSession() {
  try {
    enter(await post("/sign-out"));
  } catch (e) {
    say(e.message, true);
  }
}

function enter(now) {
  session = now;
  if (session.role === null) {
    live.stop();
  } else {
    live.again();
  }
  show();
}

live.addEventListener("connection", ({ detail: connected }) => {
  const text = connected ? "" : "No connection to the service. What you see is what was known last; the page tries again by itself.";
  fill(document.getElementById("connection"), text);
  document.body.classList.toggle("disconnected", !connected);
});
document.addEventListener("signed-out", async () => {
  if (session && session.role !== null) {
    enter({ ...session, role: null });
  }
});
window.addEventListener("hashchange", () => show());

try {
  live.watch();
  enter(await get("/session"));
} catch (e) {
  fill(main, el("h1", {}, "Asset Sync"), el("p", { class: "bad-text" }, e.message), el("p", {}, "Load this page again in a moment."));
}
