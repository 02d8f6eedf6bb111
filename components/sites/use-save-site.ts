"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { call } from "#lib/client/api.ts";
import { sitesQuery } from "#lib/client/queries.ts";
import type { Parameters } from "#lib/client/sites/parameter-rows.ts";
import type { Site } from "#lib/contract/sites.ts";
import type { Connections } from "#lib/domain/connection.ts";

export type SiteInput = { key: string; name: string; place: string; parameters: Parameters; connections: Connections };

/** Adds a site, or changes the given one; then shows it among all. The parameters of a practice site are not ours. */
export function useSaveSite(site: Site | null) {
  const router = useRouter();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ key, parameters, ...input }: SiteInput) => {
      if (!site) return call("POST /api/sites", { body: { key, parameters, ...input } });
      const body = { ...input, seen: site.updatedAt, ...(!site.practice && { parameters }) };
      return call("PATCH /api/sites/{id}", { params: { id: site.id }, body });
    },
    onSuccess: async ({ id }) => {
      // Nobody looks at the list here: without it the page comes without the site that it leads to.
      await cache.invalidateQueries({ queryKey: [sitesQuery().queryKey[0]], refetchType: "all" });
      router.push(`/sites#site-${id}`);
      // Else Back leads to the form as it was before.
      router.refresh();
    },
  });
}
