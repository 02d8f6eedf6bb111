import "server-only";
import { stringify } from "yaml";
import type { Procedure } from "#lib/domain/procedure.ts";

/** The document of a procedure as a file of this name, which can be published as it is. */
export const yamlFile = (document: Procedure, name: string, headers: Record<string, string> = {}): Response =>
  new Response(stringify(document, { lineWidth: 0 }), {
    headers: {
      "content-type": "application/yaml; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      ...headers,
    },
  });
