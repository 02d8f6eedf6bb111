"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { savedFiltersQuery } from "#lib/client/queries.ts";
import type { RunFilter } from "#lib/contract/runs.ts";
import { t } from "#lib/words/t.ts";

/** One that is kept already, or one to be kept. */
export type NamedFilter = { name: string } & ({ id: string } | { filter: RunFilter });

type NameFilterProps = {
  of: NamedFilter;
  /** Id of what gets the focus when the button that asked is gone. */
  returnTo: string;
  onClose: () => void;
};

/** Names a filter: a new one, or one that is kept already. */
export function NameFilter({ of, returnTo, onClose }: NameFilterProps) {
  const form = useId();
  const cache = useQueryClient();
  const [name, setName] = useState(of.name);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      "id" in of
        ? call("PATCH /api/saved-filters/{id}", { params: { id: of.id }, body: { name } })
        : call("POST /api/saved-filters", { body: { name, filter: of.filter } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: savedFiltersQuery().queryKey });
      onClose();
    },
  });
  const words = error && errorWords(error);
  const refused = useFocusWrong(null, error);
  const isNew = !("id" in of);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnTo={returnTo}
      title={isNew ? t("Save this filter") : t("Rename {name}", { name: of.name })}
      description={isNew ? t("Only you see it. It finds what matches on the day you use it.") : undefined}
      footer={
        <Button type="submit" form={form} look="primary" pending={isPending && t("Saving…")}>
          {isNew ? t("Save it") : t("Rename it")}
        </Button>
      }
    >
      <form ref={refused} id={form} onSubmit={submit} noValidate className="grid gap-3">
        {words && !words.fields.name && <NotDone title={t("Not saved.")} error={error} />}
        <TextField
          label={t("Name")}
          value={name}
          maxLength={60}
          autoComplete="off"
          hint={t("Such as “Drills that failed”.")}
          error={words?.fields.name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
