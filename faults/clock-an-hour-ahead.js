// @ts-check
// Preloaded into a worker whose clock is wrong.
const HOUR = 3_600_000;
const Right = Date;
const ahead = () => Right.now() + HOUR;

globalThis.Date = new Proxy(Right, {
  construct: (target, args) => (args.length === 0 ? new target(ahead()) : Reflect.construct(target, args)),
  get: (target, key) => (key === "now" ? ahead : Reflect.get(target, key)),
});
