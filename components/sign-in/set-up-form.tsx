"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { t } from "#lib/words/t.ts";

type FirstPerson = { token: string; name: string; email: string; password: string };

/** Makes the administrator and signs them in; where that fails, the sign-in page is the next thing to do. */
async function begin(person: FirstPerson): Promise<string> {
  await call("POST /api/set-up", { body: person });
  const { email, password } = person;
  return call("POST /api/session", { body: { email, password } }).then(
    () => "/",
    () => "/sign-in",
  );
}

export function SetUpForm({ token }: { token: string }) {
  const { mutate, reset, isPending, isSuccess, error } = useMutation({
    mutationFn: begin,
    onSuccess: (path) => window.location.assign(path),
  });
  const words = error && errorWords(error);
  const form = useFocusWrong(null, error);
  const refused = error instanceof ApiError && ["forbidden", "conflict"].includes(error.problem.code);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isSuccess) return;
    const given = new FormData(event.currentTarget);
    const [name, email, password] = ["name", "email", "password"].map((field) => String(given.get(field)));
    mutate({ token, name: name ?? "", email: email ?? "", password: password ?? "" });
  };
  if (refused) {
    return (
      <NotDone
        takesFocus
        title={t("Nothing was created.")}
        error={error}
        action={<ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>}
      />
    );
  }
  return (
    <form
      ref={form}
      method="post"
      onSubmit={submit}
      onChange={() => error && reset()}
      className="grid gap-4"
      noValidate
    >
      {words && Object.keys(words.fields).length === 0 && <NotDone title={t("Nothing was created.")} error={error} />}
      <TextField label={t("Name")} name="name" autoComplete="name" required error={words?.fields.name} />
      <TextField
        label={t("E-mail")}
        type="email"
        name="email"
        autoComplete="username"
        required
        error={words?.fields.email}
      />
      <TextField
        label={t("Password")}
        type="password"
        name="password"
        autoComplete="new-password"
        minLength={12}
        required
        hint={t("12 characters or more. A sentence is good.")}
        error={words?.fields.password}
      />
      <Button type="submit" look="primary" size="big" pending={(isPending || isSuccess) && t("Creating the account…")}>
        {t("Create the administrator")}
      </Button>
    </form>
  );
}
