import { queryOptions } from "@tanstack/react-query";
import { type CallOptions, call, type Reading } from "#lib/client/api.ts";

/** Options of a query, whose key is the operation. */
export const query = <O extends Reading>(operation: O, params: CallOptions<O>["params"]) =>
  queryOptions({
    queryKey: [operation, params] as const,
    queryFn: ({ signal }) => call(operation, { params, signal } as unknown as CallOptions<O>),
  });
