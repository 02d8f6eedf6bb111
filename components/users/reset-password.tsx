"use client";

import { useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { PasswordChoice } from "#components/users/password-choice.tsx";
import { PasswordOnce } from "#components/users/password-once.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { generatePassword } from "#lib/client/people/generate-password.ts";
import type { User } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

/** Gives a person a new password; they are signed out everywhere. */
export function ResetPassword({ user, onClose }: { user: User; onClose: () => void }) {
  const [password, setPassword] = useState(generatePassword);
  const { mutate, isPending, isSuccess, error } = useChangeUsers((given: string) =>
    call("PUT /api/users/{id}/password", { params: { id: user.id }, body: { password: given } }),
  );
  const words = error && errorWords(error);
  if (isSuccess) {
    return (
      <Dialog open onOpenChange={onClose} title={t("The password was changed")} back={t("Done")}>
        <PasswordOnce name={user.name} password={password} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("New password for {name}", { name: user.name })}
      description={t(
        "The old one stops working. All their sessions end at once, and all their API tokens are revoked: their programs need new ones.",
      )}
      footer={
        <Button look="primary" pending={isPending && t("Changing…")} onClick={() => isPending || mutate(password)}>
          {t("Change password")}
        </Button>
      }
    >
      {words && !words.fields.password && <NotDone title={t("Not changed.")} error={error} />}
      <PasswordChoice
        label={t("New password")}
        password={password}
        error={words?.fields.password}
        onChange={setPassword}
      />
    </Dialog>
  );
}
