// Shows the assets view.

import { el, fill } from "./dom.js";

export async function assets(main) {
  fill(main, el("h1", {}, "assets"));
}
