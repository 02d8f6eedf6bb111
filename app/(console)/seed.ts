import "server-only";
import { type DataTag, type DehydratedState, dehydrate, QueryClient, type QueryKey } from "@tanstack/react-query";

type Seed = { queryKey: QueryKey; data: unknown };

/** What a query of the browser would ask for, read here instead. */
export async function read<Data>(
  query: { queryKey: DataTag<QueryKey, Data, Error> },
  data: Promise<Data>,
): Promise<Seed> {
  return { queryKey: query.queryKey, data: await data };
}

/** The cache that the page starts with, so that it shows at once what it would have to ask for. */
export function seeded(seeds: readonly Seed[]): DehydratedState {
  const client = new QueryClient();
  for (const { queryKey, data } of seeds) client.setQueryData(queryKey, data);
  return dehydrate(client);
}
