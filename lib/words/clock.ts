/** Pages, routes and instrumentation are bundled apart, and have one reader. */
const key = Symbol.for("switchover.clock");
const shared = globalThis as unknown as { [key]?: (() => number) | null };

/** Says by what clock it is today: on a server its own, in a browser the server's. Until then no day is told from another. */
export function clockFrom(source: (() => number) | null): void {
  shared[key] = source;
}

/** In milliseconds; undefined where nobody has said by what clock. */
export const readersNow = (): number | undefined => shared[key]?.();
