// @ts-check
// Preloaded into a worker: cuts every connection of its database at one of the times it waits for it. CUT_AT is the number
// of the query, CUT_WHEN whether that is before it is sent or once it is answered and nobody knows yet. CUT_COUNT gets
// a dot for each of them.
import { appendFileSync } from "node:fs";
import pg from "pg";

const { CUT_AT, CUT_WHEN, CUT_COUNT = "", DATABASE_URL } = process.env;
const ALL_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

const cutter = new pg.Client({ connectionString: DATABASE_URL });
await cutter.connect();
const { query } = pg.Client.prototype;
const cut = () => Reflect.apply(query, cutter, [ALL_OTHERS]);

let seen = 0;
pg.Client.prototype.query = /** @type {typeof query} */ (
  /** @this {pg.Client} @param {any[]} args */
  function (...args) {
    seen += 1;
    appendFileSync(CUT_COUNT, "."); // a killed process leaves no number half-written
    if (seen !== Number(CUT_AT)) return Reflect.apply(query, this, args);
    const answer = args.at(-1);
    if (typeof answer !== "function") {
      const ask = () => Reflect.apply(query, this, args);
      return CUT_WHEN === "before" ? cut().then(ask) : ask().finally(cut);
    }
    if (CUT_WHEN === "before") {
      void cut().then(() => Reflect.apply(query, this, args));
      return undefined;
    }
    const late = (/** @type {unknown[]} */ ...told) => void cut().then(() => answer(...told));
    return Reflect.apply(query, this, [...args.slice(0, -1), late]);
  }
);
