// Shows openapi.json, and sends calls with what was filled in. Texts are only ever set as text, never as HTML.
"use strict";

function make(tag, text, ...children) {
  const element = document.createElement(tag);
  if (text) {
    element.textContent = text;
  }
  element.append(...children);
  return element;
}

function resolve(api, part) {
  return part.$ref ? part.$ref.slice(2).split("/").reduce((at, name) => at[name], api) : part;
}

function table(head, rows) {
  const line = (tag, cells) => make("tr", "", ...cells.map((cell) => make(tag, cell)));
  return make("table", "", make("thead", "", line("th", head)), make("tbody", "", ...rows.map((row) => line("td", row))));
}

function field(parameter) {
  const schema = parameter.schema;
  const input = make(schema.enum ? "select" : "input");
  for (const word of schema.enum ? ["", ...schema.enum] : []) {
    input.append(make("option", word));
  }
  if (!schema.enum) {
    input.spellcheck = false;
    input.placeholder = schema.default === undefined ? "" : String(schema.default);
  }
  return { parameter, input, label: make("label", `${parameter.name}: ${parameter.description}`, input) };
}

function address(base, path, fields) {
  const query = new URLSearchParams();
  for (const { parameter, input } of fields) {
    if (parameter.in === "path") {
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(input.value || "1"));
    } else if (input.value) {
      query.set(parameter.name, input.value);
    }
  }
  return base + path + (query.size ? `?${query}` : "");
}

async function show(response, output) {
  output.textContent = `${response.status} ${response.statusText}\n`;
  for (const name of ["content-type", "location", "retry-after", "x-request-id"]) {
    if (response.headers.has(name)) {
      output.textContent += `${name}: ${response.headers.get(name)}\n`;
    }
  }
  output.textContent += "\n";
  if ((response.headers.get("content-type") || "").includes("json")) {
    output.textContent += JSON.stringify(await response.json(), null, 2);
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    output.textContent += part.value;
  }
}

function trial(base, method, path, operation, fields) {
  const body = operation.requestBody ? make("textarea", '{"token": ""}') : null;
  const send = make("button", "Send");
  const stop = make("button", "Stop");
  const output = make("pre");
  let running = new AbortController();
  stop.hidden = true;
  output.hidden = true;
  stop.addEventListener("click", () => running.abort());
  send.addEventListener("click", async () => {
    const headers = {};
    const token = document.getElementById("token").value;
    if (token) {
      headers.Authorization = `Bearer ${token}`;
    }
    if (body) {
      headers["Content-Type"] = "application/json";
    }
    running = new AbortController();
    send.disabled = true;
    stop.hidden = false;
    output.hidden = false;
    output.textContent = "...";
    try {
      const request = { method, headers, body: body ? body.value : undefined, signal: running.signal };
      await show(await fetch(address(base, path, fields), request), output);
    } catch (failure) {
      output.textContent += `\n${failure.message}`;
    }
    send.disabled = false;
    stop.hidden = true;
  });
  return make("div", "", ...fields.map((each) => each.label), ...(body ? [make("label", "Body", body)] : []), send, stop, output);
}

function call(api, base, path, method, operation) {
  const fields = (operation.parameters || []).map((parameter) => field(resolve(api, parameter)));
  const answers = Object.entries(operation.responses).map(([status, answer]) => [status, resolve(api, answer).description]);
  const role = operation["x-role"] ? `Needs the role ${operation["x-role"]}, where somebody has to be known.` : "Needs no role.";
  return make(
    "details",
    "",
    make("summary", "", make("b", method), make("code", path), ` ${operation.summary}`),
    make("p", operation.description || ""),
    make("p", role),
    table(["Status", "Answer"], answers),
    trial(base, method, path, operation, fields),
  );
}

async function load() {
  const api = await (await fetch("openapi.json")).json();
  const base = api.servers[0].url.replace(/\/$/, "");
  const calls = document.getElementById("calls");
  document.getElementById("about").textContent = api.info.description;
  for (const tag of api.tags) {
    calls.append(make("h2", tag.name));
    for (const [path, item] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        if (operation.tags.includes(tag.name)) {
          calls.append(call(api, base, path, method.toUpperCase(), operation));
        }
      }
    }
  }
}

load().catch((failure) => {
  document.getElementById("about").textContent = `The calls could not be loaded: ${failure.message}`;
});
