// Shows the overview view.

import { el, fill } from "./dom.js";

export async function overview(main) {
  fill(main, el("h1", {}, "overview"));
}
