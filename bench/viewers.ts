import { Agent, get, type IncomingMessage } from "node:http";

/** Browsers without a screen: they follow an event stream and say when all of them have seen something. */
export class Viewers {
  readonly #responses: IncomingMessage[] = [];
  readonly #agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  #waiting: { words: string[]; left: Set<number>; done: (at: number) => void } | null = null;

  /** Opens `count` streams and waits until each has been greeted. */
  static async open(count: number, url: string, cookie: string): Promise<Viewers> {
    const viewers = new Viewers();
    await Promise.all(Array.from({ length: count }, (_, i) => viewers.#follow(i, url, cookie)));
    return viewers;
  }

  /** When the last of them has been sent something with all these words, on this process's clock. Ask before causing it. */
  allSee(...words: string[]): Promise<number> {
    return new Promise((done) => {
      this.#waiting = { words, left: new Set(this.#responses.keys()), done };
    });
  }

  close(): void {
    for (const response of this.#responses) response.destroy();
    this.#agent.destroy();
  }

  #follow(i: number, url: string, cookie: string): Promise<void> {
    return new Promise((greeted, failed) => {
      get(url, { agent: this.#agent, headers: { cookie } }, (response) => {
        if (response.statusCode !== 200) return failed(new Error(`${url} answered ${response.statusCode}`));
        this.#responses[i] = response;
        response.setEncoding("utf8");
        response.once("data", () => greeted());
        response.on("data", (chunk: string) => this.#saw(i, chunk));
        response.on("error", () => response.destroy());
      }).on("error", failed);
    });
  }

  #saw(i: number, chunk: string): void {
    const waiting = this.#waiting;
    if (!waiting?.left.has(i) || !waiting.words.every((word) => chunk.includes(word))) return;
    waiting.left.delete(i);
    if (waiting.left.size > 0) return;
    this.#waiting = null;
    waiting.done(performance.now());
  }
}
