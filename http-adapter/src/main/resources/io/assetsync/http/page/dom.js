// Makes elements. Texts are only ever set as text, never as HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Returns an element. Of its properties, functions named `on…` listen to events, true stands for an attribute without a
 * value, and false, null and undefined are left out. Children are elements, texts, numbers and lists of these;
 * null, undefined and booleans are left out.
 */
export function el(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

/** Returns an element of a drawing, as `el` does. */
export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...shown(children));
  return element;
}

/** Shows other children in an element. */
export function fill(element, ...children) {
  element.replaceChildren(...shown(children));
  return element;
}

function shown(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && typeof child !== "boolean");
}

/** Returns a text of somebody else's: its direction concerns nothing around it, and where there is none a dash stands. */
export function told(text) {
  return text === null || text === undefined || text === "" ? el("span", { class: "none" }, "–") : el("bdi", {}, text);
}

/**
 * Returns a table that scrolls by itself where it is too wide.
 *
 * @param head the names of its columns: texts, or `{ text, number: true }` for one of numbers
 * @param rows lists of cells
 */
export function table(caption, head, rows) {
  const columns = head.map((column) => (typeof column === "string" ? { text: column } : column));
  const kind = (column) => (column.number ? "number" : null);
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    el(
      "table",
      {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col", class: kind(column) }, column.text)))),
      el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell, i) => el("td", { class: kind(columns[i]) }, cell))))),
    ),
  );
}
