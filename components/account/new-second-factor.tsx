"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { PasswordDialog } from "#components/account/password-dialog.tsx";
import { QrCode } from "#components/account/qr-code.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { SecretOnce } from "#components/shell/secret-once.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { t } from "#lib/words/t.ts";

type NewSecondFactorProps = { onDone: () => void; onClose: () => void };

/** Password, then the secret for the authenticator and a code of it, then the recovery codes, shown once. */
export function NewSecondFactor({ onDone, onClose }: NewSecondFactorProps) {
  const begin = useMutation({
    mutationFn: (password: string) => call("POST /api/session/second-factor", { body: { password } }),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => call("PUT /api/session/second-factor", { body: { code } }),
    onSuccess: onDone,
  });
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onClose={onClose} />;
  if (begin.data) {
    return (
      <Enrol
        {...begin.data}
        pending={confirm.isPending}
        error={confirm.error}
        onSend={(code) => confirm.mutate(code)}
        onClose={onClose}
      />
    );
  }
  return (
    <PasswordDialog
      title={t("Turn on one-time codes")}
      description={t("From the next sign-in on, your password alone does not let anybody in. First, your password.")}
      action={t("Continue")}
      sending={t("Continue…")}
      pending={begin.isPending}
      error={begin.error}
      onSend={(password) => begin.mutate(password)}
      onClose={onClose}
    />
  );
}

type EnrolProps = {
  secret: string;
  uri: string;
  pending: boolean;
  error: Error | null;
  onSend: (code: string) => void;
  onClose: () => void;
};

function Enrol({ secret, uri, pending, error, onSend, onClose }: EnrolProps) {
  const form = useId();
  const words = error && errorWords(error);
  const refused = useFocusWrong(null, error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(String(new FormData(event.currentTarget).get("code")));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Add it to your authenticator")}
      description={t(
        "Read the picture with the authenticator, or type the secret in. Then enter the code that it shows.",
      )}
      footer={
        <Button type="submit" form={form} look="primary" pending={pending && t("Confirming…")}>
          {t("Confirm")}
        </Button>
      }
    >
      <form ref={refused} id={form} method="post" onSubmit={submit} className="grid gap-4" noValidate>
        {words && !words.fields.code && <NotDone title={t("Not confirmed.")} error={error} />}
        <QrCode text={uri} label={t("The secret as a picture for an authenticator")} />
        <SecretOnce secret={secret}>{t("The same secret in letters:")}</SecretOnce>
        <TextField
          label={t("Code")}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          hint={t("Six digits.")}
          error={words?.fields.code}
        />
      </form>
    </Dialog>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Your recovery codes")}
      description={t(
        "Each lets you in once in place of a code, when the authenticator is lost. They are shown only now: write them down, or print them.",
      )}
      back={t("I have kept them")}
    >
      <SecretOnce secret={codes.join(" ")}>{t("All ten, with a space between two:")}</SecretOnce>
    </Dialog>
  );
}
