"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { t } from "#lib/words/t.ts";

type Credentials = { email: string; password: string; code?: string };

const asksForCode = (error: unknown): boolean => error instanceof ApiError && error.problem.code === "code_needed";

type SignInFormProps = {
  returnTo: string;
  /** `normal` beside another way to sign in, which comes first. */
  look: "primary" | "normal";
};

export function SignInForm({ returnTo, look }: SignInFormProps) {
  const [withCode, setWithCode] = useState(false);
  // A full load: password managers notice it, and nothing of somebody else stays in memory.
  const { mutate, isPending, isSuccess, error, variables } = useMutation({
    mutationFn: (body: Credentials) => call("POST /api/session", { body }),
    onSuccess: () => window.location.assign(returnTo),
    onError: (failed) => setWithCode(asksForCode(failed)),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isSuccess) return;
    const given = new FormData(event.currentTarget);
    const code = withCode ? { code: String(given.get("code")) } : {};
    mutate({ email: String(given.get("email")), password: String(given.get("password")), ...code });
  };
  const onlyAsked = asksForCode(error) && variables?.code === undefined;
  return (
    // Never by GET: before the script runs, that would put the password into the address.
    <form method="post" onSubmit={submit} className="grid gap-4">
      {error && !onlyAsked && <Refusal title={t("Not signed in.")}>{error.message}</Refusal>}
      <TextField label={t("E-mail")} type="email" name="email" autoComplete="username" required autoFocus />
      <TextField label={t("Password")} type="password" name="password" autoComplete="current-password" required />
      {withCode && (
        <TextField
          label={t("Code")}
          name="code"
          autoComplete="one-time-code"
          required
          autoFocus
          hint={t("The six digits that your authenticator shows now, or one of your recovery codes.")}
        />
      )}
      <Button type="submit" look={look} size="big" pending={(isPending || isSuccess) && t("Signing in…")}>
        {t("Sign in")}
      </Button>
    </form>
  );
}
