// A worker for the site whose id is given, as `npm run worker -- --sites` starts one for a site's name.
import { db } from "#lib/server/db.ts";
import { insist } from "#lib/worker/insist.ts";

const site = await insist(() => db().site.findUniqueOrThrow({ where: { id: process.argv[2] ?? "" } }));
process.argv.splice(2, 1, "--sites", site.key);
await import("#lib/worker/main.ts");
