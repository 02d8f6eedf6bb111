"use client";

import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import type { Channel } from "#lib/contract/notices.ts";
import { t } from "#lib/words/t.ts";

/** Says what follows before it is done. */
export function DeleteChannel({ channel: { id, name }, onClose }: { channel: Channel; onClose: () => void }) {
  const { mutate, isPending, error } = useChangeChannels(() =>
    call("DELETE /api/notices/channels/{id}", { params: { id } }),
  );
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t("Delete {name}?", { name })}
      description={t(
        "What waits for it is given up. What was sent to it stays in the list under its name. Its address and its key are gone for good.",
      )}
      footer={
        <Button
          look="danger"
          pending={isPending && t("Deleting…")}
          onClick={() => isPending || mutate(undefined, { onSuccess: onClose })}
        >
          {t("Delete {name}", { name })}
        </Button>
      }
    >
      {error && <Refusal title={t("Not deleted.")}>{errorWords(error).sentence}</Refusal>}
    </Dialog>
  );
}
