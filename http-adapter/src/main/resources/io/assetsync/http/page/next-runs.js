// When runs start by themselves, and the switch for that.

import { get, post } from "./api.js";
import { el, fill } from "./dom.js";
import { inZone, moment, span, words } from "./format.js";
import { actionButton } from "./notices.js";

const SHOWN = 4;

export function nextRuns(section, { live, signal, mayControl }) {
  let key = null;
  let countdowns = [];

  const show = async () => {
    const schedule = await get("/sync/schedule", signal);
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    countdowns = [];
    const lines = schedule.upcoming.slice(0, SHOWN).map((time) => {
      const left = el("span", { class: "countdown" });
      countdowns.push({ at: new Date(time.at), left });
      return el(
        "li",
        {},
        el("strong", {}, inZone(time.at, schedule.timezone)),
        here !== schedule.timezone && [", here ", moment(time.at, true)],
        ", ",
        left,
        el("span", { class: "soft" }, ` (${words(time.mode)})`),
      );
    });
    fill(
      section,
      el("h2", { id: "schedule" }, "Next runs"),
      schedule.scheduler_running
        ? el("ol", { class: "plain" }, lines)
        : el("p", {}, el("span", { class: "badge warn" }, "! stopped"), " Nothing runs by itself until the schedule is started."),
      el("p", { class: "hint" }, `The schedule's zone is ${schedule.timezone}.`),
      mayControl && el("p", {}, schedule.scheduler_running ? stopButton() : startButton()),
    );
    tick();
  };
  const change = (verb) => async () => {
    await post(`/sync/scheduler/${verb}`);
    await show();
    return verb === "stop" ? "The schedule is stopped, on all instances." : "The schedule runs again, on all instances.";
  };
  const stopButton = () =>
    actionButton("Stop the schedule", ["Stop the schedule?", "No run starts by itself until somebody starts it again. A run under way goes on.", "Stop it"], change("stop"), { id: "schedule-stop" });
  const startButton = () =>
    actionButton("Start the schedule", ["Start the schedule?", "Runs start at their times from now on. Times that have passed are not caught up.", "Start it"], change("start"), { id: "schedule-start", class: "primary" });
  const tick = () => countdowns.forEach(({ at, left }) => (left.textContent = at > Date.now() ? `in ${span((at - Date.now()) / 1000)}` : "now"));
  const ticking = setInterval(tick, 1000);
  signal.addEventListener("abort", () => clearInterval(ticking));

  return {
    follow({ schedule }) {
      const now = JSON.stringify(schedule);
      if (now !== key) {
        key = now;
        show().catch((e) => e.name !== "AbortError" && fill(section, el("h2", { id: "schedule" }, "Next runs"), el("p", { class: "bad-text" }, e.message)));
      }
    },
  };
}
