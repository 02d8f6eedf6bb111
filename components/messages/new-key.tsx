"use client";

import { SigningKey } from "#components/messages/channel-form.tsx";
import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { DangerDialog } from "#components/shell/danger-dialog.tsx";
import { call } from "#lib/client/api.ts";
import type { Channel } from "#lib/contract/notices.ts";
import { t } from "#lib/words/t.ts";

/** Gives a webhook a new key; the receiver refuses what follows until it knows it. */
export function NewKey({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const renew = useChangeChannels(() => call("POST /api/notices/channels/{id}/secret", { params: { id: channel.id } }));
  if (renew.data) return <SigningKey name={channel.name} secret={renew.data.secret} onClose={onClose} />;
  return (
    <DangerDialog
      title={t("A new key for {name}", { name: channel.name })}
      description={t(
        "The old key will sign nothing any more: until the receiver knows the new one, it refuses what is sent.",
      )}
      press={t("Create a new key")}
      pressing={t("Making…")}
      notDone={t("Not created.")}
      isPending={renew.isPending}
      error={renew.error}
      onPress={() => renew.mutate(undefined)}
      onClose={onClose}
    />
  );
}
