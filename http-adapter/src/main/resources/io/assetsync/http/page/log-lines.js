// The lines that a run has written to the log.

import { get, own } from "./api.js";
import { el, fill } from "./dom.js";

const BETWEEN_LOOKS = 2000;

/**
 * @param goesOn tells whether more lines may come
 * @returns an element, and `start` that begins to fill it
 */
export function logLines(run, signal, goesOn) {
  const list = el("ol", { class: "log" });
  const remark = el("p", { class: "hint" }, "The lines are loaded.");
  const element = el("div", {}, list, remark);
  let after = 0;

  const load = async () => {
    try {
      let next = `/sync/runs/${run}/log?after=${after}`;
      while (next) {
        const page = await get(next, signal);
        list.append(...page.lines.map(line));
        after = page.lines.at(-1)?.number ?? after;
        next = page.next && own(page.next);
      }
      fill(remark, list.childElementCount === 0 && "There is no line.");
    } catch (e) {
      if (e.name === "AbortError") {
        return;
      }
      fill(remark, e.status === 404 ? "The lines of this run are not kept." : e.message);
    }
    if (goesOn() && !signal.aborted) {
      setTimeout(load, BETWEEN_LOOKS);
    }
  };
  return { element, start: load };
}

function line({ at, level, text }) {
  const time = new Date(at).toLocaleTimeString();
  return el("li", { class: level === "ERROR" ? "bad" : level === "WARN" ? "warn" : null }, el("time", { datetime: at }, time), ` ${level} `, el("bdi", {}, text));
}
