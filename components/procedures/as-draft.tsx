"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { call } from "#lib/client/api.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { begunFromLine } from "#lib/domain/begun-from.ts";
import { t } from "#lib/words/t.ts";

/** A text that is not in force and may be published as the next version: one of before, or one that the product brings. */
export type OtherText = "older" | "brought";

type AsDraftProps = {
  of: ProcedureView;
  text: OtherText;
  /** The number of the version in force. */
  latest: number;
  /** Of a procedure there is one draft. */
  hasDraft: boolean;
};

/** It becomes a draft, whose page says what differs before it is published. */
export function AsDraft({ of, text, latest, hasDraft }: AsDraftProps) {
  const router = useRouter();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => call("POST /api/drafts", { body: { document: await documentOf(of, text) } }),
    onSuccess: ({ key }) => router.push(`/drafts/${key}`),
  });
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-fg-2">{said(text, of.version, latest)}</span>
        <Button
          size="small"
          pending={(isPending || isSuccess) && t("Making a draft…")}
          blocked={hasDraft ? t("There is a draft already: publish or discard it first.") : null}
          onClick={() => mutate()}
        >
          {t("Make a draft of it")}
        </Button>
      </p>
      {error && <NotDone title={t("No draft was made.")} error={error} />}
    </>
  );
}

function said(text: OtherText, version: number, latest: number): ReactNode {
  switch (text) {
    case "older":
      return t("To go back to v{version}, publish its text again as v{next}.", { version, next: latest + 1 });
    case "brought":
      return t("The product brings a newer text of this procedure. Your own v{version} stays the latest.", { version });
  }
}

/** With where it was begun, by which the draft's page says what of later versions it undoes. */
async function documentOf(of: ProcedureView, text: OtherText): Promise<string> {
  if (text === "older") return begunFromLine(of.hash) + JSON.stringify(of.document);
  const { document } = await call("GET /api/procedures/{id}/brought", { params: { id: of.key } });
  return JSON.stringify(document);
}
