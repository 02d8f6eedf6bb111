"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { t } from "#lib/words/t.ts";

/** The number at which one is reached during a run. */
export function TelephoneForm({ known }: { known: string }) {
  const [telephone, setTelephone] = useState(known);
  const save = useMutation({
    mutationFn: (body: { telephone: string }) => call("PUT /api/session/telephone", { body }),
  });
  const words = save.error && errorWords(save.error);
  const form = useFocusWrong(null, save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ telephone });
  };
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="mt-4 grid max-w-88 gap-4">
      {words && !words.fields.telephone && <NotDone title={t("Not saved.")} error={save.error} />}
      <TextField
        label={t("Telephone")}
        type="tel"
        name="telephone"
        autoComplete="tel"
        maxLength={40}
        value={telephone}
        hint={t(
          "Printed in the packs of the runs that you have a part in, so that you are reached without the console.",
        )}
        error={words?.fields.telephone}
        onChange={(event) => {
          save.reset();
          setTelephone(event.target.value);
        }}
      />
      <Actions>
        <Button type="submit" pending={save.isPending && t("Saving…")}>
          {t("Change number")}
        </Button>
        <span role="status" className="text-fg-2">
          {save.isSuccess && t("Saved.")}
        </span>
      </Actions>
    </form>
  );
}
