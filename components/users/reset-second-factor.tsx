"use client";

import { DangerDialog } from "#components/shell/danger-dialog.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import type { User } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

/** For whoever has lost the authenticator and the recovery codes. */
export function ResetSecondFactor({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useChangeUsers(() =>
    call("DELETE /api/users/{id}/second-factor", { params: { id: user.id } }),
  );
  return (
    <DangerDialog
      title={t("Turn off one-time codes for {name}?", { name: user.name })}
      description={t(
        "Make sure that it is really this person who asks you. From then on their password alone lets them in, and their sessions end now.",
      )}
      press={t("Turn off one-time codes")}
      pressing={t("Removing…")}
      notDone={t("Nothing was changed.")}
      isPending={isPending}
      error={error}
      onPress={() => mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
