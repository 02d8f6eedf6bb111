import type { z } from "zod";
import { ApiError, NoAnswerError } from "#lib/client/api-error.ts";
import { hearServerClock } from "#lib/client/server-clock.ts";
import type { Operation, Operations } from "#lib/contract/all-endpoints.ts";
import type { Problem } from "#lib/contract/problem.ts";
import { problemStatus } from "#lib/contract/problem-status.ts";
import { t } from "#lib/words/t.ts";

const ANSWER_WITHIN_MS = 20_000;

type Given<Name extends string, Value> = undefined extends Value ? { [K in Name]?: Value } : { [K in Name]: Value };
type Params<O extends Operation> = z.input<Operations[O]["params"]>;
type Answer<O extends Operation> = z.output<Operations[O]["response"]>;

/** What only asks, and changes nothing. */
export type Reading = Extract<Operation, `GET ${string}`>;

/** What a call needs: `params` may be left out where none are required, `body` where there is none. */
export type CallOptions<O extends Operation> = (Record<never, never> extends Params<O>
  ? { params?: Params<O> }
  : { params: Params<O> }) &
  Given<"body", z.input<Operations[O]["body"]>> & { signal?: AbortSignal | undefined };

/** Asks the server. Throws `ApiError` for a problem, `NoAnswerError` when no answer came. */
export async function call<O extends Operation>(operation: O, options: CallOptions<O>): Promise<Answer<O>> {
  const { params, body, signal } = options as { params?: unknown; body?: unknown; signal?: AbortSignal };
  const response = await answered(filled(operation, params), {
    method: operation.slice(0, operation.indexOf(" ")),
    signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN_MS), ...(signal ? [signal] : [])]),
    ...(body !== undefined && written(body)),
  });
  try {
    // The server has checked its answer against the contract.
    return (response.status === 204 ? undefined : await response.json()) as Answer<O>;
  } catch (error) {
    throw unheard(error);
  }
}

/** The address that answers a reading, for links, downloads and event streams. */
export const addressOf = <O extends Reading>(operation: O, params: Params<O>): string => filled(operation, params);

/** The file at an address of `addressOf`, as it came. Throws as `call` does. */
export const callForFile = (address: string, headers: Record<string, string>): Promise<Response> =>
  answered(address, { headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });

/** Whose page this is: where somebody else has signed in in this browser since, the server refuses what it sends. */
export const readerOf = (): string | undefined =>
  globalThis.document?.querySelector<HTMLElement>("[data-reader]")?.dataset.reader;

/** What each answer says of its reader, as the server's `rightsOf`: told to the page, which may have been made before. */
export const RIGHTS_HEARD = "rights";

/** Bytes go as they are, everything else as JSON. */
const written = (body: unknown): Pick<RequestInit, "headers" | "body"> =>
  body instanceof Uint8Array
    ? { headers: { "content-type": "application/octet-stream" }, body: new Blob([body.slice()]) }
    : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };

/** The address of an operation: `{name}` filled from `params`, the rest of them as the query. */
function filled(operation: Operation, params: unknown = {}): string {
  const path = operation.slice(operation.indexOf("/"));
  const rest = new Map(Object.entries(params as Record<string, unknown>));
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of rest) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  return query.size > 0 ? `${place}?${query}` : place;
}

async function answered(address: string, init: RequestInit): Promise<Response> {
  const response = await send(address, init);
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    const reader = readerOf();
    const headers = { ...init.headers, ...(reader && { "x-reader": reader }) };
    const askedAtMs = Date.now();
    const response = await fetch(address, { ...init, headers });
    if (isFromBetween(response)) throw new Error(`A proxy answered ${response.status}`);
    const serverAt = response.headers.get("x-server-at");
    if (serverAt) hearServerClock(Number(serverAt), askedAtMs);
    const rights = response.headers.get("x-rights");
    if (rights) globalThis.dispatchEvent?.(new CustomEvent(RIGHTS_HEARD, { detail: rights }));
    return response;
  } catch (error) {
    throw unheard(error);
  }
}

/** No answer, or one that was cut off inside: it may have been done. */
const unheard = (error: unknown): unknown =>
  // A query that nobody awaits any more is canceled by us; that is no failure of the network.
  error instanceof Error && error.name === "AbortError" ? error : new NoAnswerError(error);

/** Somebody in between says that the console does not answer: nobody knows whether it did what was sent. */
const isFromBetween = ({ status, headers }: Response): boolean =>
  ((status >= 502 && status <= 504) || (status >= 520 && status <= 527)) && headers.get("x-answered-by") !== "console";

async function problemOf(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch((error: unknown) => {
    if (!(error instanceof SyntaxError)) throw unheard(error);
  });
  if (isProblem(said)) return said;
  return {
    type: "about:blank",
    title: t("Unknown problem"),
    status: response.status,
    code: "internal",
    detail: t("The server answered {status} without saying why.", { status: response.status }),
    requestId: response.headers.get("x-request-id") ?? "",
  };
}

/** Something between the browser and the server answers otherwise. What the code promises beside it, is so. */
const isProblem = (said: unknown): said is Problem =>
  typeof said === "object" &&
  said !== null &&
  "code" in said &&
  Object.hasOwn(problemStatus, String(said.code)) &&
  "detail" in said &&
  typeof said.detail === "string";
