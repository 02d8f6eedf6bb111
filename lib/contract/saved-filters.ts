import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { RunFilter } from "#lib/contract/runs.ts";
import { t } from "#lib/words/t.ts";

/** A filter of the history that a person keeps for themselves. */
export const SavedFilter = z.object({ id: z.uuid(), name: z.string(), filter: RunFilter });
export type SavedFilter = z.infer<typeof SavedFilter>;

const Name = z
  .string()
  .trim()
  .min(1, { error: () => t("must not be empty") })
  .max(60, { error: () => t("at most 60 characters") });

export const listSavedFilters = endpoint({
  method: "GET",
  path: "/api/saved-filters",
  summary: "One's own saved filters of the history, by name",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: z.object({ filters: z.array(SavedFilter) }),
});

const NewSavedFilter = z.strictObject({
  name: Name,
  filter: z.strictObject(RunFilter.shape).refine((filter) => Object.values(filter).some(Boolean), {
    error: () => t("choose at least one thing to filter by"),
  }),
});
export type NewSavedFilter = z.infer<typeof NewSavedFilter>;

export const saveFilter = endpoint({
  method: "POST",
  path: "/api/saved-filters",
  summary: "Keep a filter of the history under a name",
  permission: "in_person",
  params: noParams,
  body: NewSavedFilter,
  response: SavedFilter,
});

const OneFilter = z.object({ id: z.uuid() });

export const renameFilter = endpoint({
  method: "PATCH",
  path: "/api/saved-filters/{id}",
  summary: "Give one of one's own saved filters another name",
  permission: "in_person",
  params: OneFilter,
  body: z.strictObject({ name: Name }),
  response: SavedFilter,
});

export const deleteFilter = endpoint({
  method: "DELETE",
  path: "/api/saved-filters/{id}",
  summary: "Delete one of one's own saved filters",
  permission: "in_person",
  params: OneFilter,
  body: nothing,
  response: nothing,
});
