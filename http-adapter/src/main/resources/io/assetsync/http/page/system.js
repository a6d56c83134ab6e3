// Shows the system view.

import { el, fill } from "./dom.js";

export async function system(main) {
  fill(main, el("h1", {}, "system"));
}
