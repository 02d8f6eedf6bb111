"use client";

import { SigningKey } from "#components/messages/channel-form.tsx";
import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import type { Channel } from "#lib/contract/notices.ts";
import { t } from "#lib/words/t.ts";

/** Gives a webhook a new key; the receiver refuses what follows until it knows it. */
export function NewKey({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const renew = useChangeChannels(() => call("POST /api/notices/channels/{id}/secret", { params: { id: channel.id } }));
  if (renew.data) return <SigningKey name={channel.name} secret={renew.data.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t("A new key for {name}", { name: channel.name })}
      description={t(
        "The old key will sign nothing any more: until the receiver knows the new one, it refuses what is sent.",
      )}
      footer={
        <Button look="danger" pending={renew.isPending && t("Making…")} onClick={() => renew.mutate(undefined)}>
          {t("Create a new key")}
        </Button>
      }
    >
      {renew.error && <Refusal title={t("Not created.")}>{errorWords(renew.error).sentence}</Refusal>}
    </Dialog>
  );
}
