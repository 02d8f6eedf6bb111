"use client";

import { type FormEvent, useId, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { PasswordChoice } from "#components/users/password-choice.tsx";
import { PasswordOnce } from "#components/users/password-once.tsx";
import { RoleField } from "#components/users/role-field.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { generatePassword } from "#lib/client/people/generate-password.ts";
import { roleWords } from "#lib/client/people/role-words.ts";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

type NewUser = { name: string; email: string; role: Role; password: string };

const nobody = (): NewUser => ({ name: "", email: "", role: "operator", password: generatePassword() });

/** Adds a person; then shows their password this one time. */
export function AddUser({ onClose }: { onClose: () => void }) {
  const form = useId();
  const [user, setUser] = useState(nobody);
  const { mutate, isPending, data, error } = useChangeUsers((body: NewUser) => call("POST /api/users", { body }));
  const words = error && errorWords(error);
  const refused = useFocusWrong(null, error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate(user);
  };
  if (data) {
    return (
      <Dialog open onOpenChange={onClose} title={t("{name} was added", { name: data.name })} back={t("Done")}>
        <PasswordOnce name={data.name} password={user.password} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Add a person")}
      footer={
        <Button type="submit" form={form} look="primary" pending={isPending && t("Adding…")}>
          {t("Add")}
        </Button>
      }
    >
      <form ref={refused} id={form} onSubmit={submit} noValidate className="grid gap-3">
        {words && Object.keys(words.fields).length === 0 && <NotDone title={t("Not added.")} error={error} />}
        <TextField
          label={t("Name")}
          value={user.name}
          maxLength={80}
          autoComplete="off"
          error={words?.fields.name}
          onChange={(event) => setUser({ ...user, name: event.target.value })}
        />
        <TextField
          label={t("E-mail")}
          type="email"
          value={user.email}
          maxLength={200}
          autoComplete="off"
          error={words?.fields.email}
          onChange={(event) => setUser({ ...user, email: event.target.value })}
        />
        <RoleField
          label={t("Role")}
          role={user.role}
          hint={t("{role}: {may}.", { role: t(roleWords[user.role].word), may: t(roleWords[user.role].may) })}
          onChange={(role) => setUser({ ...user, role })}
        />
        <PasswordChoice
          label={t("First password")}
          password={user.password}
          error={words?.fields.password}
          onChange={(password) => setUser({ ...user, password })}
        />
      </form>
    </Dialog>
  );
}
