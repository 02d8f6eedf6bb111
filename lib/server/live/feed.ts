/** One thing that viewers follow, numbered from 1 without gaps. */
export type Item<T> = { id: number; value: T };

/** Reads what comes after an id, in order. */
export type Source<T> = (after: number) => Promise<Item<T>[]>;

export type Listener<T> = (items: readonly Item<T>[]) => void;

/**
 * What one run, or one attempt's output, gives its viewers in this process. It is pushed what is new and reads for
 * itself where something is missing, once for all viewers.
 */
export class Feed<T> {
  readonly #source: Source<T>;
  readonly #listeners = new Set<Listener<T>>();
  #last = 0;
  #reading: Promise<void> | null = null;
  #again = false;

  constructor(source: Source<T>) {
    this.#source = source;
  }

  get last(): number {
    return this.#last;
  }

  get watched(): boolean {
    return this.#listeners.size > 0;
  }

  /** Calls `send` with everything after `after`, from storage first and then as it comes. Answers how to stop. */
  follow(after: number, send: Listener<T>, failed: (error: unknown) => void): () => void {
    let sent = after;
    let waiting: Item<T>[] | null = [];
    const deliver = (items: readonly Item<T>[]) => {
      const fresh = items.filter((item) => item.id > sent);
      sent = fresh.at(-1)?.id ?? sent;
      if (fresh.length > 0) send(fresh);
    };
    const listener: Listener<T> = (items) => {
      if (waiting) waiting.push(...items);
      else deliver(items);
    };
    this.#listeners.add(listener);
    this.#beginning(after).then((stored) => {
      if (after > 0 && stored[0]?.id !== after) sent = 0;
      deliver(stored);
      deliver(waiting ?? []);
      waiting = null;
      this.#tellOthers(listener, stored);
    }, failed);
    return () => this.#listeners.delete(listener);
  }

  /** What a new viewer was given first is news to those that were here before it, unless they have it already. */
  #tellOthers(viewer: Listener<T>, stored: readonly Item<T>[]): void {
    const news = stored.filter((item) => item.id > this.#last);
    const others = [...this.#listeners].some((listener) => listener !== viewer);
    // Where something before it is missing, they are told at the next reading.
    if (!others || news[0]?.id === this.#last + 1) this.#tell(news);
  }

  /**
   * What is stored from the item a viewer says it saw last, that one included: a viewer is not believed, for everybody
   * here would then wait for what comes after it. All there is, where it is not there.
   */
  async #beginning(after: number): Promise<Item<T>[]> {
    if (after <= 1) return this.#source(0);
    const stored = await this.#source(after - 1);
    return stored[0]?.id === after ? stored : this.#source(0);
  }

  /** Takes what is new from whoever wrote it; asks the storage when something before it is missing. */
  push(items: readonly Item<T>[]): Promise<void> {
    const first = items[0]?.id ?? 0;
    if (first !== this.#last + 1) return (items.at(-1)?.id ?? 0) > this.#last ? this.refresh() : Promise.resolve();
    this.#tell(items);
    return Promise.resolve();
  }

  /** Reads what is new. Asked again while it reads, it reads once more afterwards. */
  refresh(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    do {
      this.#again = false;
      this.#tell((await this.#source(this.#last)).filter((item) => item.id > this.#last));
    } while (this.#again);
  }

  #tell(items: readonly Item<T>[]): void {
    this.#last = Math.max(this.#last, items.at(-1)?.id ?? 0);
    if (items.length > 0) for (const listener of this.#listeners) listener(items);
  }
}
