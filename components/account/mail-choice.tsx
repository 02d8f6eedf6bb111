"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, MailX, Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import { KindFields } from "#components/messages/kind-fields.tsx";
import { ZoneField } from "#components/messages/zone-field.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Section } from "#components/ui/section.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { sentWords } from "#lib/client/people/notice-words.ts";
import { noticeChoiceQuery } from "#lib/client/queries.ts";
import type { Delivery, NoticeChoice, OwnChoice } from "#lib/contract/notices.ts";
import { localeNames } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

/** What one is told by e-mail. */
export function MailChoice() {
  const { data } = useQuery(noticeChoiceQuery());
  return (
    <Section
      title={t("E-mail")}
      note={
        data &&
        t("To {email}, in {language}, with a link to what is asked.", {
          email: data.email,
          language: localeNames[data.locale],
        })
      }
    >
      {data && <ChoiceForm known={data} />}
    </Section>
  );
}

function ChoiceForm({ known }: { known: OwnChoice }) {
  const cache = useQueryClient();
  const here = useZone();
  const [choice, setChoice] = useState({ kinds: known.kinds, drills: known.drills, zone: known.zone });
  const save = useMutation({
    mutationFn: (body: NoticeChoice) => call("PUT /api/notices/choice", { body }),
    onSuccess: (saved) => cache.setQueryData(noticeChoiceQuery().queryKey, saved),
  });
  const test = useMutation({ mutationFn: () => call("POST /api/notices/choice/test", {}) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    test.reset();
    save.mutate({ ...choice, zone });
  };
  // Until a zone is known, that of this browser is offered.
  const zone = choice.zone ?? here;
  const failure = save.error ?? test.error;
  const form = useFocusWrong(null, failure);
  const words = failure && errorWords(failure);
  const change = (next: Partial<typeof choice>) => {
    save.reset();
    setChoice({ ...choice, ...next });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-3">
      {!known.mail && (
        <Alert icon={<MailX aria-hidden />} title={t("No mail server is configured.")} live="off">
          {t("Nobody gets e-mail from this console yet. Your choice applies once there is one.")}
        </Alert>
      )}
      <KindFields
        legend={t("E-mail me when")}
        of="mine"
        kinds={choice.kinds}
        drills={choice.drills}
        onChange={change}
      />
      <ZoneField value={zone} error={words?.fields.zone} onChange={(next) => change({ zone: next })} />
      {words && !words.fields.zone && <NotDone title={save.error ? t("Not saved.") : t("Not sent.")} error={failure} />}
      <Actions>
        <Button type="submit" pending={save.isPending && t("Saving…")}>
          {t("Save")}
        </Button>
        <span role="status" className="text-fg-2 empty:hidden">
          {save.isSuccess && t("Saved.")}
        </span>
        <Button
          icon={<Send aria-hidden />}
          blocked={known.mail ? null : t("There is no mail server.")}
          pending={test.isPending && t("Sending…")}
          onClick={() => {
            save.reset();
            test.mutate();
          }}
        >
          {t("Send me a test message")}
        </Button>
        <span role="status" className="text-fg-2">
          {test.data && <Sent delivery={test.data} />}
        </span>
      </Actions>
    </form>
  );
}

const Sent = ({ delivery }: { delivery: Delivery }) =>
  delivery.state === "delivered" ? (
    sentWords(delivery)
  ) : (
    <Outcome tone="bad" icon={<CircleAlert aria-hidden />}>
      {sentWords(delivery)}
    </Outcome>
  );
