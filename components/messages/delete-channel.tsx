"use client";

import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { DangerDialog } from "#components/shell/danger-dialog.tsx";
import { call } from "#lib/client/api.ts";
import type { Channel } from "#lib/contract/notices.ts";
import { t } from "#lib/words/t.ts";

export function DeleteChannel({ channel: { id, name }, onClose }: { channel: Channel; onClose: () => void }) {
  const { mutate, isPending, error } = useChangeChannels(() =>
    call("DELETE /api/notices/channels/{id}", { params: { id } }),
  );
  return (
    <DangerDialog
      title={t("Delete {name}?", { name })}
      description={t(
        "What waits for it is given up. What was sent to it stays in the list under its name. Its address and its key are gone for good.",
      )}
      press={t("Delete {name}", { name })}
      pressing={t("Deleting…")}
      notDone={t("Not deleted.")}
      isPending={isPending}
      error={error}
      onPress={() => mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
