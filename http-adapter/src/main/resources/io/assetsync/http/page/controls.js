// Starts runs. Each button asks once and says what happened.

import { post, withParameters } from "./api.js";
import { el, fill } from "./dom.js";
import { actionButton } from "./notices.js";

export function controls(section, { live }) {
  const run = async (path, words) => {
    const { run_id: id } = await post(path);
    live.refresh();
    return `Run ${id} has started: ${words}.`;
  };
  fill(
    section,
    el("h2", { id: "actions" }, "Run now"),
    el(
      "p",
      { class: "buttons" },
      actionButton(
        "Full run",
        ["Start a full run?", "It reads everything from Snipe-IT and publishes what has changed. What is gone is marked as gone, within the guards.", "Start it"],
        () => run(withParameters("/sync", { mode: "full" }), "it reads everything"),
        { class: "primary", id: "run-full" },
      ),
      actionButton(
        "Changes only",
        ["Start a run for changes?", "It reads what has changed since the last run. Nothing is marked as gone.", "Start it"],
        () => run(withParameters("/sync", { mode: "changes" }), "it reads what has changed"),
        { id: "run-changes" },
      ),
      actionButton(
        "Preview",
        ["Start a preview?", "It reads everything and shows what a full run would publish. Nothing is changed.", "Start it"],
        () => run(withParameters("/sync/preview", { wait: 0 }), "nothing will be published"),
        { id: "run-preview" },
      ),
    ),
    el("p", { class: "hint" }, "One run at a time: a second one is refused while one is under way."),
  );
}
