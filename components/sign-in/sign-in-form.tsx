"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import type { FormEvent } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import { signIn } from "#lib/contract/people.ts";

type Credentials = { email: string; password: string };

export function SignInForm({ returnTo }: { returnTo: string }) {
  // A full load: password managers notice it, and nothing of somebody else stays in memory.
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (body: Credentials) => call(signIn, { body }),
    onSuccess: () => window.location.assign(returnTo),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isSuccess) return;
    const given = new FormData(event.currentTarget);
    mutate({ email: String(given.get("email")), password: String(given.get("password")) });
  };
  return (
    // Never by GET: before the script runs, that would put the password into the address.
    <form method="post" onSubmit={submit} className="grid gap-4">
      {error && (
        <Alert tone="bad" icon={<CircleAlert aria-hidden />} title="Not signed in." live="assertive">
          {error.message}
        </Alert>
      )}
      <TextField label="E-mail" type="email" name="email" autoComplete="username" required autoFocus />
      <TextField label="Password" type="password" name="password" autoComplete="current-password" required />
      <Button type="submit" look="primary" size="big" pending={(isPending || isSuccess) && "Signing in…"}>
        Sign in
      </Button>
    </form>
  );
}
