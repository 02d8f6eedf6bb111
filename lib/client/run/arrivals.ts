/**
 * Events that came by a stream, handed on together: the first at once, those that come within `everyMs` milliseconds of
 * it when that time is over. A page that drew each of many by itself would not answer meanwhile.
 */
export class Arrivals<T> {
  #held: T[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #take: (arrived: T[]) => void;
  readonly #everyMs: number;

  constructor(everyMs: number, take: (arrived: T[]) => void) {
    this.#everyMs = everyMs;
    this.#take = take;
  }

  add(one: T): void {
    this.#held.push(one);
    if (this.#timer === undefined) this.#handOn();
  }

  /** Hands on what is held back, now. */
  flush(): void {
    const arrived = this.#held;
    this.#held = [];
    if (arrived.length > 0) this.#take(arrived);
  }

  /** Hands on the last of them. */
  stop(): void {
    clearTimeout(this.#timer);
    this.flush();
  }

  #handOn(): void {
    this.flush();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#held.length > 0) this.#handOn();
    }, this.#everyMs);
  }
}
