import type { z } from "zod";
import { ApiError, NoAnswerError } from "#lib/client/api-error.ts";
import type { Endpoint } from "#lib/contract/endpoint.ts";
import { Problem } from "#lib/contract/problem.ts";

const ANSWER_WITHIN_MS = 20_000;

type Given<Name extends string, Value> = undefined extends Value ? { [K in Name]?: Value } : { [K in Name]: Value };

/** What a call needs: `params` may be left out where none are required, `body` where there is none. */
export type CallOptions<P extends z.ZodType, B extends z.ZodType> = (Record<never, never> extends z.input<P>
  ? { params?: z.input<P> }
  : { params: z.input<P> }) &
  Given<"body", z.input<B>> & { signal?: AbortSignal | undefined };

/** Asks the server. Throws `ApiError` for a problem, `NoAnswerError` when no answer came. */
export async function call<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, B, R>,
  options: CallOptions<P, B>,
): Promise<z.output<R>> {
  const { params, body, signal } = options as { params?: unknown; body?: unknown; signal?: AbortSignal };
  const response = await send(addressOf(endpoint.path, params), {
    method: endpoint.method,
    signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN_MS), ...(signal ? [signal] : [])]),
    ...(body !== undefined && written(body)),
  });
  if (!response.ok) throw new ApiError(await problemOf(response));
  if (endpoint.response.safeParse(response).success) return response as z.output<R>;
  // The server has checked its answer against the same schema.
  return (response.status === 204 ? undefined : await response.json()) as z.output<R>;
}

/** Bytes go as they are, everything else as JSON. */
const written = (body: unknown): Pick<RequestInit, "headers" | "body"> =>
  body instanceof Uint8Array
    ? { headers: { "content-type": "application/octet-stream" }, body: new Blob([body.slice()]) }
    : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };

/** The address of an endpoint: `{name}` filled from `params`, the rest of them as the query. */
export function addressOf(path: string, params: unknown = {}): string {
  const rest = new Map(Object.entries(params as Record<string, unknown>));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of rest) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    // A query that nobody awaits any more is canceled by us; that is no failure of the network.
    if (error instanceof Error && error.name === "AbortError") throw error;
    throw new NoAnswerError(error);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  return {
    type: "about:blank",
    title: "Not a problem we know",
    status: response.status,
    code: "internal",
    detail: `The server answered ${response.status} without saying why.`,
    requestId: response.headers.get("x-request-id") ?? "",
  };
}
