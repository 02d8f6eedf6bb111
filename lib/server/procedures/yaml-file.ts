import "server-only";
import { stringify } from "yaml";
import { begunFromLine } from "#lib/domain/begun-from.ts";
import type { Procedure } from "#lib/domain/procedure.ts";

type Of = {
  document: Procedure;
  name: string;
  /** The hash of the version it is, or was begun from. */
  base: string | null;
};

/** The document of a procedure as a file of this name, which can be published as it is. */
export const yamlFile = ({ document, name, base }: Of, headers: Record<string, string> = {}): Response =>
  new Response((base === null ? "" : begunFromLine(base)) + stringify(document, { lineWidth: 0 }), {
    headers: {
      "content-type": "application/yaml; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      ...headers,
    },
  });
