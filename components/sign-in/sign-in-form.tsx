"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { sessionNotKept } from "#lib/client/people/session-not-kept.ts";
import { t } from "#lib/words/t.ts";

type Credentials = { email: string; password: string; code?: string };

const asksForCode = (error: unknown): boolean => error instanceof ApiError && error.problem.code === "code_needed";

/** Where the wrong is; `asked` where nothing is but that a code is needed as well. */
function wrongField(error: Error | null, sent: Credentials | undefined): "password" | "code" | "asked" | null {
  if (asksForCode(error)) return sent?.code === undefined ? "asked" : "code";
  return error instanceof ApiError && error.problem.code === "unauthenticated" ? "password" : null;
}

type SignInFormProps = {
  returnTo: string;
  /** Where people are meant to open the console. */
  consoleAddress: string;
  /** `normal` beside another way to sign in, which comes first. */
  look: "primary" | "normal";
};

export function SignInForm({ returnTo, consoleAddress, look }: SignInFormProps) {
  /** What is said of the code that is asked for as well; null: none is. */
  const [codeHint, setCodeHint] = useState<string | null>(null);
  // A full load: password managers notice it, and nothing of somebody else stays in memory.
  const { mutate, isPending, isSuccess, error, variables } = useMutation({
    mutationFn: async (body: Credentials) => {
      await call("POST /api/session", { body });
      const { person } = await call("GET /api/session", {});
      if (!person) throw new Error(sessionNotKept(consoleAddress, window.location.href));
    },
    onSuccess: () => window.location.assign(returnTo),
    onError: (failed, sent) => {
      const wrong = wrongField(failed, sent);
      // What was no answer about who it is says nothing of the code.
      if (wrong === "asked") setCodeHint(failed.message);
      if (wrong === "password") setCodeHint(null);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isSuccess) return;
    const given = new FormData(event.currentTarget);
    const code = codeHint !== null ? { code: String(given.get("code")) } : {};
    mutate({ email: String(given.get("email")), password: String(given.get("password")), ...code });
  };
  const wrong = wrongField(error, variables);
  const form = useFocusWrong(null, error);
  // The next letter that is typed takes the place of what was wrong.
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.select();
  }, [form, error]);
  return (
    // Never by GET: before the script runs, that would put the password into the address.
    <form ref={form} method="post" onSubmit={submit} className="grid gap-4">
      {error && wrong === null && <NotDone title={t("Not signed in.")}>{error.message}</NotDone>}
      <TextField label={t("E-mail")} type="email" name="email" autoComplete="username" required autoFocus />
      <TextField
        label={t("Password")}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        error={wrong === "password" ? error?.message : undefined}
      />
      {codeHint !== null && (
        <TextField
          label={t("Code")}
          name="code"
          autoComplete="one-time-code"
          required
          autoFocus
          error={wrong === "code" ? error?.message : undefined}
          hint={codeHint}
        />
      )}
      <Button type="submit" look={look} size="big" pending={(isPending || isSuccess) && t("Signing in…")}>
        {t("Sign in")}
      </Button>
    </form>
  );
}
