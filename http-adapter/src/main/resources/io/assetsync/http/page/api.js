// Asks the service. Paths are those of docs/http-api.md; where the service is shown below a path, that is put before them.

/** Where the service begins: above the folder of this file, without a slash at the end. */
export const BASE = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

/** What went wrong, in a sentence for people. `status` is 0 where there was no answer. */
export class Failure extends Error {
  constructor(status, message, problem = {}) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

/** Returns the answer's JSON, or throws a `Failure`. */
export function get(path, signal) {
  return ask("GET", path, undefined, signal);
}

/** Has the service do something, and returns the answer's JSON, or throws a `Failure`. */
export function post(path, body) {
  return ask("POST", path, body);
}

/** Returns a path with the parameters that are given: those that are null or empty are left out. */
export function withParameters(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Links in answers begin with the path below which the service is shown; this takes it away. */
export function own(link) {
  return link.startsWith(BASE) ? link.slice(BASE.length) : link;
}

async function ask(method, path, body, signal) {
  const headers = { Accept: "application/json" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  let response;
  try {
    response = await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal });
  } catch (e) {
    if (e.name === "AbortError") {
      throw e;
    }
    throw new Failure(0, "The service does not answer. It may be starting again, or the network is away.");
  }
  const answer = await json(response);
  if (response.ok) {
    return answer;
  }
  if (response.status === 401) {
    document.dispatchEvent(new Event("signed-out"));
  }
  throw new Failure(response.status, sentence(answer.detail ?? answer.title ?? `The service answered ${response.status}`), answer);
}

async function json(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

function sentence(text) {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
