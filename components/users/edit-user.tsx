"use client";

import { LogIn } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { Words } from "#components/ui/words.tsx";
import { RoleField } from "#components/users/role-field.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { roleWords } from "#lib/client/people/role-words.ts";
import type { ListedUser } from "#lib/contract/people.ts";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

type EditUserProps = {
  /** As it was opened, whatever the list behind has read since. */
  user: ListedUser;
  /** One's own role stays: nobody locks themselves out by mistake. */
  self: boolean;
  onClose: () => void;
};

type Changed = { name: string; email: string; role?: Role; telephone: string; groups: string[]; seen: string };

export function EditUser({ user, self, onClose }: EditUserProps) {
  const form = useId();
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email);
  const [role, setRole] = useState<Role>(user.role);
  const [telephone, setTelephone] = useState(user.telephone ?? "");
  const [groups, setGroups] = useState(user.groups.join("\n"));
  const { mutate, isPending, error } = useChangeUsers((body: Changed) =>
    call("PATCH /api/users/{id}", { params: { id: user.id }, body }),
  );
  const words = error && errorWords(error);
  const refused = useFocusWrong(null, error);
  const groupsError = Object.entries(words?.fields ?? {}).find(([path]) => path.startsWith("groups"))?.[1];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending)
      mutate(
        { name, email, telephone, groups: linesOf(groups), seen: user.updatedAt, ...(!self && { role }) },
        { onSuccess: onClose },
      );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Change {name}", { name: user.name })}
      footer={
        <Button type="submit" form={form} look="primary" pending={isPending && t("Saving…")}>
          {t("Save")}
        </Button>
      }
    >
      <form ref={refused} id={form} onSubmit={submit} noValidate className="grid gap-3">
        {words && !words.fields.name && !words.fields.email && !words.fields.telephone && !groupsError && (
          <NotDone title={t("Not saved.")} error={error} />
        )}
        {user.singleSignOn !== null && <FromProvider provider={user.singleSignOn} />}
        <TextField
          label={t("Name")}
          value={name}
          maxLength={80}
          autoComplete="off"
          hint={t("The log keeps the name somebody had when they did something.")}
          error={words?.fields.name}
          onChange={(event) => setName(event.target.value)}
        />
        <EmailField value={email} error={words?.fields.email} onChange={setEmail} />
        <TextField
          label={t("Telephone")}
          type="tel"
          value={telephone}
          maxLength={40}
          autoComplete="off"
          hint={t("Printed in the packs of the runs that they have a part in.")}
          error={words?.fields.telephone}
          onChange={(event) => setTelephone(event.target.value)}
        />
        <RoleField
          label={t("Role")}
          role={role}
          disabled={self}
          hint={
            self
              ? t("Another administrator has to change your role.")
              : t("{role}: {may}.", { role: t(roleWords[role].word), may: t(roleWords[role].may) })
          }
          onChange={setRole}
        />
        <GroupsField value={groups} error={groupsError} onChange={setGroups} />
      </form>
    </Dialog>
  );
}

const FromProvider = ({ provider }: { provider: string }) => (
  <Alert
    icon={<LogIn aria-hidden />}
    title={<Words of="Signs in with {provider}." with={{ provider: <span translate="no">{provider}</span> }} />}
    live="off"
  >
    {t(
      "Name and role are taken from there anew at each sign-in: what you change of them lasts until then. To keep somebody out, deactivate them.",
    )}
  </Alert>
);

type EmailFieldProps = { value: string; error: string | undefined; onChange: (email: string) => void };

const EmailField = ({ value, error, onChange }: EmailFieldProps) => (
  <TextField
    label={t("E-mail")}
    type="email"
    value={value}
    maxLength={200}
    autoComplete="off"
    hint={t("They sign in with it, and messages go there.")}
    error={error}
    onChange={(event) => onChange(event.target.value)}
  />
);

type GroupsFieldProps = { value: string; error: string | undefined; onChange: (groups: string) => void };

const GroupsField = ({ value, error, onChange }: GroupsFieldProps) => (
  <TextArea
    label={t("Groups")}
    value={value}
    rows={2}
    autoComplete="off"
    hint={t("One per line, such as Change board. A gate of a run may ask for somebody of a group.")}
    error={error}
    onChange={(event) => onChange(event.target.value)}
  />
);

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
