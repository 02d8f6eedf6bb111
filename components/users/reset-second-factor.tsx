"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import type { User } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

/** For whoever has lost the authenticator and the recovery codes. */
export function ResetSecondFactor({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useChangeUsers(() =>
    call("DELETE /api/users/{id}/second-factor", { params: { id: user.id } }),
  );
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t("Turn off one-time codes for {name}?", { name: user.name })}
      description={t(
        "Make sure that it is really this person who asks you. From then on their password alone lets them in, and their sessions end now.",
      )}
      footer={
        <Button
          look="danger"
          pending={isPending && t("Removing…")}
          onClick={() => isPending || mutate(undefined, { onSuccess: onClose })}
        >
          {t("Turn off one-time codes")}
        </Button>
      }
    >
      {error && <Refusal title={t("Nothing was changed.")}>{errorWords(error).sentence}</Refusal>}
    </Dialog>
  );
}
