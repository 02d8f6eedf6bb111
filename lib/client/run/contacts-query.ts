import { query } from "#lib/client/query.ts";

/** How the people of a run are reached. What was read before stays there to read without the server. */
export const contactsQuery = (id: string) => query("GET /api/runs/{id}/contacts", { id });
