"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { SecretOnce } from "#components/shell/secret-once.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { Words } from "#components/ui/words.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { permissionWords } from "#lib/client/people/permission-words.ts";
import { tokensQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import { type Role, TokenPermission } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

type Wanted = { name: string; permissions: TokenPermission[]; days: number };

const VIEW: TokenPermission[] = ["run.view", "procedure.view", "site.view"];

/** Makes a token; then shows its secret this one time. */
export function NewToken({ role, onClose }: { role: Role; onClose: () => void }) {
  const form = useId();
  const cache = useQueryClient();
  const [wanted, setWanted] = useState<Wanted>({ name: "", permissions: VIEW, days: 90 });
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (body: Wanted) => call("POST /api/tokens", { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: tokensQuery().queryKey }),
  });
  const words = error && errorWords(error);
  const refused = useFocusWrong(null, error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate(wanted);
  };
  if (data) {
    return (
      <Dialog
        open
        alert
        onOpenChange={onClose}
        title={t("The token {name}", { name: data.token.name })}
        back={t("Done")}
      >
        <SecretOnce secret={data.secret}>
          <Words
            of="Shown only now. The program sends it with each request, as {header}"
            with={{ header: <code>Authorization: Bearer …</code> }}
          />
        </SecretOnce>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("New API token")}
      description={t("A program that has it acts as you, within what you tick here and what your role allows.")}
      footer={
        <Button type="submit" form={form} look="primary" blocked={missing(wanted)} pending={isPending && t("Making…")}>
          {t("Create token")}
        </Button>
      }
    >
      <form ref={refused} id={form} onSubmit={submit} noValidate className="grid gap-3">
        {words && !words.fields.name && <NotDone title={t("Not created.")} error={error} />}
        <TextField
          label={t("Name")}
          mono
          value={wanted.name}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          hint={nameHint(words?.fields.name)}
          error={words?.fields.name}
          onChange={(event) => setWanted({ ...wanted, name: event.target.value })}
        />
        <Permissions
          role={role}
          ticked={wanted.permissions}
          onChange={(permissions) => setWanted({ ...wanted, permissions })}
        />
        <SelectField
          label={t("Valid for")}
          value={wanted.days}
          onChange={(event) => setWanted({ ...wanted, days: Number(event.target.value) })}
        >
          <option value={7}>{t("a week")}</option>
          <option value={30}>{t("30 days")}</option>
          <option value={90}>{t("90 days")}</option>
          <option value={365}>{t("a year")}</option>
        </SelectField>
      </form>
    </Dialog>
  );
}

function missing({ name, permissions }: Wanted): string | null {
  if (name.trim() === "") return t("It needs a name.");
  return permissions.length === 0 ? t("Tick what it may do.") : null;
}

/** What is wrong with a name says already what a name is. */
const nameHint = (wrong: string | undefined) =>
  wrong
    ? t("The log names it.")
    : t("Lower-case letters, digits and hyphens, such as nightly-drill. The log names it.");

type PermissionsProps = {
  role: Role;
  ticked: readonly TokenPermission[];
  onChange: (ticked: TokenPermission[]) => void;
};

/** Only what the owner may do themselves. */
function Permissions({ role, ticked, onChange }: PermissionsProps) {
  const own = TokenPermission.options.filter((permission) => can(role, permission));
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{t("It may")}</legend>
      {own.map((permission) => (
        <CheckField
          key={permission}
          label={t(permissionWords[permission])}
          checked={ticked.includes(permission)}
          onChange={({ target }) =>
            onChange(own.filter((each) => (each === permission ? target.checked : ticked.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}
