import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { getRun } from "#lib/contract/runs.ts";
import { Instant } from "#lib/domain/instant.ts";
import { Verdict } from "#lib/domain/record/verdict.ts";
import { Mode } from "#lib/domain/run/state.ts";

export const verifyRecord = endpoint({
  method: "GET",
  path: "/api/runs/{id}/verification",
  summary: "Verify the stored record of a run, by the verifier that /verify.mjs is",
  permission: "run.view",
  params: getRun.params,
  body: nothing,
  response: Verdict,
});

const SigningKeyInUse = z.object({
  fingerprint: z.string(),
  /** When a worker first announced it. */
  since: Instant,
  /** Whether a worker that answers now signs with it. */
  signs: z.boolean(),
  /** What it signed last; null: nothing yet. */
  last: z.object({ run: z.number().int(), mode: Mode, at: Instant }).nullable(),
});
export type SigningKeyInUse = z.infer<typeof SigningKeyInUse>;

export const listSigningKeys = endpoint({
  method: "GET",
  path: "/api/signing-keys",
  summary: "The keys that sign records or did, those that workers have now first, then the one used last",
  permission: "user.manage",
  params: noParams,
  body: nothing,
  response: z.object({ keys: z.array(SigningKeyInUse) }),
});

export const getBundle = endpoint({
  method: "GET",
  path: "/api/runs/{id}/bundle",
  summary: "The record of a run in one file: events, procedure, files of evidence, keys and signatures",
  permission: "run.view",
  params: getRun.params,
  body: nothing,
  response: z.instanceof(Response),
  produces: "application/x-ndjson",
});
