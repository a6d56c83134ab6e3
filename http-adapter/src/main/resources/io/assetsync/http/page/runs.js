// Shows the runs view.

import { el, fill } from "./dom.js";

export async function runs(main) {
  fill(main, el("h1", {}, "runs"));
}
