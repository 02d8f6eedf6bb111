"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { DangerDialog } from "#components/shell/danger-dialog.tsx";
import { call } from "#lib/client/api.ts";
import type { DraftView } from "#lib/contract/drafts.ts";
import { t } from "#lib/words/t.ts";

export function DiscardDraft({ draft, onClose }: { draft: DraftView; onClose: () => void }) {
  const router = useRouter();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => call("DELETE /api/drafts/{key}", { params: { key: draft.key, seen: draft.revision } }),
    onSuccess: () => router.push(draft.latest ? `/procedures/${draft.latest.id}` : "/procedures"),
  });
  return (
    <DangerDialog
      title={t("Discard the draft of {title}?", { title: draft.title })}
      description={t("What it changes is gone for good. What is published stays as it is.")}
      press={t("Discard the draft")}
      pressing={t("Discarding…")}
      notDone={t("Not discarded.")}
      isPending={isPending || isSuccess}
      error={error}
      onPress={() => mutate()}
      onClose={onClose}
    />
  );
}
