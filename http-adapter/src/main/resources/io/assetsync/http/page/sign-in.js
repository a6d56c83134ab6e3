// Lets somebody in who has a token.

import { el, fill } from "./dom.js";

/**
 * @param enter takes the token, and throws a sentence if it will not do
 */
export function signIn(main, enter) {
  const token = el("input", { id: "token", type: "password", autocomplete: "current-password", spellcheck: "false", required: true });
  const wrong = el("p", { class: "bad-text", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    fill(wrong);
    try {
      await enter(token.value);
    } catch (e) {
      fill(wrong, e.message);
      token.select();
    }
  };
  fill(
    main,
    el("h1", {}, "Sign in"),
    el(
      "form",
      { class: "card narrow", onsubmit: submit },
      el("label", { for: "token" }, "Token"),
      token,
      el("p", { class: "hint" }, "The one that who runs this service gave you. It is not kept in this browser."),
      wrong,
      el("p", {}, el("button", { class: "primary" }, "Sign in")),
    ),
  );
  token.focus();
}
