// Shows the run view.

import { el, fill } from "./dom.js";

export async function run(main) {
  fill(main, el("h1", {}, "run"));
}
