"use client";

import { DangerDialog } from "#components/shell/danger-dialog.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import type { User } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

export function DeactivateUser({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useChangeUsers(() =>
    call("PATCH /api/users/{id}", { params: { id: user.id }, body: { disabled: true } }),
  );
  return (
    <DangerDialog
      title={t("Deactivate {name}?", { name: user.name })}
      description={t(
        "They are signed out at once, their API tokens are revoked, and they cannot sign in until somebody reactivates them. What they did stays in the log under their name. A run they command goes on: somebody else has to take over as commander.",
      )}
      press={t("Deactivate")}
      pressing={t("Deactivating…")}
      notDone={t("Not deactivated.")}
      isPending={isPending}
      error={error}
      onPress={() => mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
