// Shows the asset view.

import { el, fill } from "./dom.js";

export async function asset(main) {
  fill(main, el("h1", {}, "asset"));
}
