import { z } from "zod";
import { Argument, HiddenArgument, Shown } from "#lib/domain/argument.ts";
import { Key, Seconds } from "#lib/domain/fields.ts";
import { t } from "#lib/words/t.ts";

/** Sending a request to a service of the site, and then perhaps asking until what it began is done. */

const Plain = z.union([z.string().max(4_096), z.number(), z.boolean(), z.null()]);

/** The value at an RFC 6901 pointer of a JSON answer. */
export const JsonAssertion = z.strictObject({
  at: z
    .string()
    .max(500)
    .regex(/^(\/.*)?$/, { error: () => t('a JSON pointer such as "/status"') })
    .meta({ title: "The value at", description: 'A JSON pointer such as "/status"; empty: the whole answer.' }),
  equals: Plain,
});
export type JsonAssertion = z.infer<typeof JsonAssertion>;

const Method = z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

const status = z.array(z.number().int().min(100).max(599)).min(1).max(20).default([200]);
const segments = z.array(Argument).max(32).meta({ description: "Segment by segment, each encoded as a whole." });
const HeaderName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, { error: () => t("the name of a header") })
  .regex(/^(?!(host|content-length|transfer-encoding|connection|idempotency-key)$)/i, {
    error: () => t("not a header that is ours to set"),
  });

export const HttpAction = z.strictObject({
  way: z.literal("http").meta({ title: "Request to a service" }),
  service: Key,
  method: Method.default("POST"),
  path: segments.default([]),
  query: z.record(z.string().max(100), Argument).optional(),
  headers: z.record(HeaderName, HiddenArgument).optional(),
  /** The fields of a JSON object. */
  body: z.record(z.string().max(100), z.union([HiddenArgument, z.number(), z.boolean()])).optional(),
  expect: z
    .strictObject({
      status,
      json: z.array(JsonAssertion).max(20).default([]).meta({ title: "Values of the JSON answer" }),
    })
    .prefault({})
    .meta({ title: "Expected answer" }),
  /** Asked again and again after an expected answer, until `until` holds; `fail` ends it at once. */
  poll: z
    .strictObject({
      path: segments,
      everySeconds: Seconds.default(5),
      until: z.array(JsonAssertion).min(1).max(20),
      fail: z.array(JsonAssertion).max(20).default([]),
    })
    .optional(),
});
export type HttpAction = z.infer<typeof HttpAction>;

export const HttpWork = z.object({
  way: z.literal("http"),
  /** The allow-listed address that `url` lies under. */
  base: z.string(),
  method: Method,
  url: z.string(),
  headers: z.record(z.string(), Shown),
  body: z.record(z.string(), z.union([Shown, z.number(), z.boolean()])).optional(),
  expect: z.object({ status: z.array(z.number()), json: z.array(JsonAssertion) }),
  poll: z
    .object({ url: z.string(), everySeconds: z.number(), until: z.array(JsonAssertion), fail: z.array(JsonAssertion) })
    .optional(),
});
export type HttpWork = z.infer<typeof HttpWork>;
