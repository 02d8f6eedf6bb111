import { randomUUID } from "node:crypto";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";

/** What is left of a worker of this site that was killed: it has not said goodbye, and is heard no more. */
export const silentWorker = (site: string, name: string, heard: string): string =>
  `insert into worker (id, name, host, version, format, every_site, site_ids, public_key, last_seen_at)
   values ('${randomUUID()}', '${name}', '${name}.example.com', '1.0.0', ${WORK_FORMAT}, false, array['${site}'::uuid], '',
     clock_timestamp() - interval '${heard}')`;
