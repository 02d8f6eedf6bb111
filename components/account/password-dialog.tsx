"use client";

import { type FormEvent, useId } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { t } from "#lib/words/t.ts";

type PasswordDialogProps = {
  title: string;
  description: string;
  action: string;
  /** The same while it is on its way. */
  sending: string;
  pending: boolean;
  error: Error | null;
  onSend: (password: string) => void;
  onClose: () => void;
};

/** Asks for the password before something that whoever only found an open browser must not do. */
export function PasswordDialog({ action, sending, pending, error, onSend, ...rest }: PasswordDialogProps) {
  const { title, description, onClose } = rest;
  const form = useId();
  const words = error && errorWords(error);
  const refused = useFocusWrong(null, error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(String(new FormData(event.currentTarget).get("password")));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <Button type="submit" form={form} look="primary" pending={pending && sending}>
          {action}
        </Button>
      }
    >
      <form ref={refused} id={form} method="post" onSubmit={submit} className="grid gap-4" noValidate>
        {words && !words.fields.password && <NotDone title={t("Not done.")} error={error} />}
        <TextField
          label={t("Password")}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          error={words?.fields.password}
        />
      </form>
    </Dialog>
  );
}
