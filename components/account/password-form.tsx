"use client";

import { useMutation } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type FormEvent, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { t } from "#lib/words/t.ts";

type Passwords = { current: string; next: string };

/** Changes one's own password. `email` tells password managers which entry to update. */
export function PasswordForm({ email }: { email: string }) {
  const [differs, setDiffers] = useState(false);
  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: (body: Passwords) => call("PUT /api/session/password", { body }),
  });
  const words = error && errorWords(error);
  const form = useFocusWrong(null, error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const [current, next, again] = ["current", "next", "again"].map((name) => String(given.get(name)));
    setDiffers(next !== again);
    if (next !== again) return reset();
    mutate({ current: current ?? "", next: next ?? "" }, { onSuccess: () => form.reset() });
  };
  return (
    <form ref={form} method="post" onSubmit={submit} className="grid max-w-88 gap-4" noValidate>
      {words && Object.keys(words.fields).length === 0 && <NotDone title={t("Not changed.")} error={error} />}
      {isSuccess && (
        <Alert icon={<Check aria-hidden />} title={t("Changed.")}>
          {t("Every other session of yours has ended.")}
        </Alert>
      )}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        label={t("Current password")}
        type="password"
        name="current"
        autoComplete="current-password"
        required
        error={words?.fields.current}
      />
      <TextField
        label={t("New password")}
        type="password"
        name="next"
        autoComplete="new-password"
        required
        hint={t("12 characters or more, and not a common one. Your other sessions end.")}
        error={words?.fields.next}
      />
      <TextField
        label={t("New password again")}
        type="password"
        name="again"
        autoComplete="new-password"
        required
        error={differs ? t("This is not the new password typed above.") : null}
      />
      <Actions>
        <Button type="submit" look="primary" pending={isPending && t("Changing…")}>
          {t("Change password")}
        </Button>
      </Actions>
    </form>
  );
}
