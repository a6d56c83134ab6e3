// Follows how things stand: by server-sent events, and by asking where those do not come through.

import { BASE, get } from "./api.js";

/** After so long without a word the stream is taken for dead: the service sends one every 15 seconds. */
const SILENCE = 40_000;
const BETWEEN_ASKS = 5_000;

/**
 * Tells `status` (its `detail` is what `GET /sync/status` answers), `run` (a run that started or ended) and `connection`
 * (whether the service answers).
 */
export class Live extends EventTarget {
  status = null;
  connected = null;
  #source = null;
  #heard = 0;
  #asked = 0;

  /** Looks from now on whether the stream still lives, once it has begun. */
  watch() {
    setInterval(() => this.#check(), 1000);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#check());
    window.addEventListener("online", () => this.#source && this.again());
  }

  /** Begins, or begins anew. */
  again() {
    this.#source?.close();
    this.#listen();
    this.refresh();
  }

  stop() {
    this.#source?.close();
    this.#source = null;
  }

  /** Asks now. */
  async refresh() {
    this.#asked = Date.now();
    try {
      this.#tell(await get("/sync/status"));
    } catch (e) {
      if (e.status === 0) {
        this.#connection(false);
      }
    }
  }

  #listen() {
    this.#heard = Date.now();
    const source = new EventSource(`${BASE}/sync/events`);
    source.addEventListener("status", (event) => {
      this.#heard = Date.now();
      this.#tell(JSON.parse(event.data));
    });
    source.addEventListener("run", (event) => this.dispatchEvent(new CustomEvent("run", { detail: JSON.parse(event.data) })));
    this.#source = source;
  }

  /** A laptop that slept, a service that was restarted and a proxy that swallows events all end here. */
  #check() {
    if (this.#source === null) {
      return;
    }
    const quiet = Date.now() - this.#heard > SILENCE || this.#source.readyState !== EventSource.OPEN;
    if (quiet && Date.now() - this.#asked > BETWEEN_ASKS) {
      this.refresh();
    }
    if (this.#source.readyState === EventSource.CLOSED || Date.now() - this.#heard > 3 * SILENCE) {
      this.#source.close();
      this.#listen();
    }
  }

  #tell(status) {
    this.status = status;
    this.#connection(true);
    this.dispatchEvent(new CustomEvent("status", { detail: status }));
  }

  #connection(connected) {
    if (this.connected !== connected) {
      this.connected = connected;
      this.dispatchEvent(new CustomEvent("connection", { detail: connected }));
    }
  }
}
