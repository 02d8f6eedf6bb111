/** One thing that viewers follow, numbered from 1 without gaps. */
export type Item<T> = { id: number; value: T };

/** Reads what comes after an id, in order. */
export type Source<T> = (after: number) => Promise<Item<T>[]>;

export type Listener<T> = (items: readonly Item<T>[]) => void;

export type Viewing<T> = {
  send: Listener<T>;
  /**
   * What the viewer has seen is not there any more: the database was restored from a time before. Everything is sent again from
   * the first on. Without it a viewer who is here already is sent only what comes after what they saw.
   */
  lost?: (() => void) | undefined;
};

/**
 * What one run, or one attempt's output, gives its viewers in this process. It is pushed what is new and reads for
 * itself where something is missing, once for all viewers.
 */
export class Feed<T> {
  readonly #source: Source<T>;
  readonly #viewers = new Set<Viewing<T>>();
  #last = 0;
  #reading: Promise<void> | null = null;
  #again = false;
  #doubted = false;

  constructor(source: Source<T>) {
    this.#source = source;
  }

  get last(): number {
    return this.#last;
  }

  get watched(): boolean {
    return this.#viewers.size > 0;
  }

  /** Calls `send` with everything after `after`, from storage first and then as it comes. Answers how to stop. */
  follow(after: number, { send, lost }: Viewing<T>, failed: (error: unknown) => void): () => void {
    let sent = after;
    let waiting: Item<T>[] | null = [];
    const deliver = (items: readonly Item<T>[]) => {
      const fresh = items.filter((item) => item.id > sent);
      sent = fresh.at(-1)?.id ?? sent;
      if (fresh.length > 0) send(fresh);
    };
    const startOver = () => {
      sent = 0;
      lost?.();
    };
    const viewer: Viewing<T> = {
      send: (items) => {
        if (waiting) waiting.push(...items);
        else deliver(items);
      },
      // Whoever has only come reads from the storage as it is now.
      lost: lost && (() => !waiting && startOver()),
    };
    this.#viewers.add(viewer);
    this.#beginning(after).then((stored) => {
      if (after > 0 && stored[0]?.id !== after) startOver();
      deliver(stored);
      deliver(waiting ?? []);
      waiting = null;
      this.#tellOthers(viewer, stored);
    }, failed);
    return () => this.#viewers.delete(viewer);
  }

  /** What a new viewer was given first is news to those that were here before it, unless they have it already. */
  #tellOthers(viewer: Viewing<T>, stored: readonly Item<T>[]): void {
    const news = stored.filter((item) => item.id > this.#last);
    const others = [...this.#viewers].some((other) => other !== viewer);
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

  /** Reads what is new, and whether what was told last is still there: nobody knows which database has come back. */
  refreshInDoubt(): Promise<void> {
    this.#doubted = true;
    return this.refresh();
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
      if (this.#doubted) await this.#lookForTheLast();
      this.#tell((await this.#source(this.#last)).filter((item) => item.id > this.#last));
    } while (this.#again);
  }

  async #lookForTheLast(): Promise<void> {
    const last = this.#last;
    const stored = last === 0 ? [] : await this.#source(last - 1);
    this.#doubted = false;
    if (last === 0 || stored[0]?.id === last) return;
    this.#last = 0;
    for (const { lost } of this.#viewers) lost?.();
  }

  #tell(items: readonly Item<T>[]): void {
    this.#last = Math.max(this.#last, items.at(-1)?.id ?? 0);
    if (items.length > 0) for (const { send } of this.#viewers) send(items);
  }
}
