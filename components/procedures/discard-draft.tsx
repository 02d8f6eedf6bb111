"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import type { DraftView } from "#lib/contract/drafts.ts";
import { t } from "#lib/words/t.ts";

/** Says what is lost before it is. */
export function DiscardDraft({ draft, onClose }: { draft: DraftView; onClose: () => void }) {
  const router = useRouter();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => call("DELETE /api/drafts/{key}", { params: { key: draft.key, seen: draft.revision } }),
    onSuccess: () => router.push(draft.latest ? `/procedures/${draft.latest.id}` : "/procedures"),
  });
  const busy = isPending || isSuccess;
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t("Discard the draft?")}
      description={t("What it changes is gone for good. What is published stays as it is.")}
      footer={
        <Button look="danger" pending={busy && t("Discarding…")} onClick={() => busy || mutate()}>
          {t("Discard the draft")}
        </Button>
      }
    >
      {error && <Refusal title={t("Not discarded.")}>{errorWords(error).sentence}</Refusal>}
    </Dialog>
  );
}
