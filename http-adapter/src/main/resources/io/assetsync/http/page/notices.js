// Asks before something is changed, and says what happened.

import { el } from "./dom.js";

/**
 * Asks once, in a dialogue of the browser's own making.
 *
 * @param question what is about to happen, with its consequences
 * @param verb the button that does it
 * @returns whether the person wants it
 */
export function confirmed(title, question, verb) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { "aria-labelledby": "dialog-title", onclose: () => { dialog.remove(); resolve(dialog.returnValue === "yes"); } },
      el(
        "form",
        { method: "dialog" },
        el("h2", { id: "dialog-title" }, title),
        el("p", {}, question),
        el("p", { class: "buttons" }, el("button", { value: "yes", class: "primary" }, verb), el("button", { value: "no" }, "Leave it")),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Says something that happened; what went wrong stays until it is closed. */
export function say(text, bad = false) {
  const notice = el(
    "p",
    { class: bad ? "notice bad" : "notice" },
    el("span", {}, text),
    el("button", { "aria-label": "Close this notice", onclick: () => notice.remove() }, "×"),
  );
  document.getElementById("notices").append(notice);
  if (!bad) {
    setTimeout(() => notice.remove(), 8000);
  }
}

/**
 * Returns a button that asks once, does something, and says what came of it.
 *
 * @param ask `[title, question, verb]`
 * @param act does it, and returns the sentence to say
 */
export function actionButton(label, ask, act, properties = {}) {
  const button = el("button", { type: "button", ...properties }, label);
  button.addEventListener("click", async () => {
    if (!(await confirmed(...ask))) {
      return;
    }
    button.disabled = true;
    try {
      say(await act());
    } catch (e) {
      say(e.message, true);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}
