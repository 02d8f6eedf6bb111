"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import type { User } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

/** Says what follows before it is done. */
export function DeactivateUser({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useChangeUsers(() =>
    call("PATCH /api/users/{id}", { params: { id: user.id }, body: { disabled: true } }),
  );
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t("Deactivate {name}?", { name: user.name })}
      description={t(
        "They are signed out at once and cannot sign in until somebody reactivates them. What they did stays in the log under their name. A run they command goes on: somebody else has to take command.",
      )}
      footer={
        <Button
          look="danger"
          pending={isPending && t("Deactivating…")}
          onClick={() => isPending || mutate(undefined, { onSuccess: onClose })}
        >
          {t("Deactivate")}
        </Button>
      }
    >
      {error && <Refusal title={t("Not deactivated.")}>{errorWords(error).sentence}</Refusal>}
    </Dialog>
  );
}
