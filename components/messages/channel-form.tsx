"use client";

import { type FormEvent, useId, useState } from "react";
import { KindFields } from "#components/messages/kind-fields.tsx";
import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { ZoneField } from "#components/messages/zone-field.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { SecretOnce } from "#components/shell/secret-once.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { Words } from "#components/ui/words.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { formatWord } from "#lib/client/people/notice-words.ts";
import type { Channel, NewChannel } from "#lib/contract/notices.ts";
import { ChannelFormat } from "#lib/domain/notify/formats.ts";
import { NoticeKind } from "#lib/domain/notify/message.ts";
import { asLocale, localeNames, locales } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

const empty: Omit<NewChannel, "zone"> = {
  name: "",
  format: "webhook",
  address: "",
  kinds: NoticeKind.exclude(["step_ready"]).options,
  drills: true,
  locale: "en",
};

type ChannelFormProps = {
  /** As it was opened, whatever the list behind has read since. Left out: a new one. */
  channel?: Channel;
  onClose: () => void;
};

/** Adds a channel, or changes one; what signs a new webhook is shown this one time. */
export function ChannelForm({ channel, onClose }: ChannelFormProps) {
  const form = useId();
  const here = useZone();
  const [wanted, setWanted] = useState<NewChannel>(channel ? { ...channel, address: "" } : { ...empty, zone: here });
  const save = useChangeChannels(async (body: NewChannel) => {
    const { name, format, address, kinds, drills, locale, zone } = body;
    const heard = { name, kinds, drills, locale, zone };
    if (!channel) return (await call("POST /api/notices/channels", { body: { ...heard, format, address } })).secret;
    const place = address === "" ? {} : { address };
    await call("PATCH /api/notices/channels/{id}", {
      params: { id: channel.id },
      body: { ...heard, ...place, seen: channel.updatedAt },
    });
    return null;
  });
  const words = save.error && errorWords(save.error);
  const refused = useFocusWrong(null, save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(wanted, { onSuccess: (secret) => secret === null && onClose() });
  };
  if (save.data) return <SigningKey name={wanted.name} secret={save.data} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={channel ? t("Change {name}", { name: channel.name }) : t("Add a channel")}
      footer={
        <Button
          type="submit"
          form={form}
          look="primary"
          blocked={wanted.kinds.length === 0 ? t("Tick what it should receive.") : null}
          pending={save.isPending && t("Saving…")}
        >
          {channel ? t("Save") : t("Add")}
        </Button>
      }
    >
      <form ref={refused} id={form} onSubmit={submit} noValidate className="grid gap-3">
        {words && !words.fields.name && !words.fields.address && !words.fields.zone && (
          <NotDone title={t("Not saved.")} error={save.error} />
        )}
        <Place channel={channel} wanted={wanted} errors={words?.fields ?? {}} onChange={setWanted} />
        <KindFields
          legend={t("It receives a message when")}
          of="any"
          kinds={wanted.kinds}
          drills={wanted.drills}
          onChange={(choice) => setWanted({ ...wanted, ...choice })}
        />
      </form>
    </Dialog>
  );
}

type PlaceProps = {
  channel: Channel | undefined;
  wanted: NewChannel;
  errors: Readonly<Record<string, string>>;
  onChange: (wanted: NewChannel) => void;
};

/** What it is called, and where it is. */
function Place({ channel, wanted, errors, onChange }: PlaceProps) {
  return (
    <>
      <TextField
        label={t("Name")}
        value={wanted.name}
        maxLength={60}
        autoComplete="off"
        error={errors.name}
        onChange={({ target }) => onChange({ ...wanted, name: target.value })}
      />
      {!channel && (
        <SelectField
          label={t("Kind")}
          value={wanted.format}
          onChange={({ target }) => onChange({ ...wanted, format: ChannelFormat.parse(target.value) })}
        >
          {ChannelFormat.options.map((format) => (
            <option key={format} value={format}>
              {formatWord(format)}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        label={t("Address")}
        mono
        value={wanted.address}
        maxLength={2_000}
        autoComplete="off"
        spellCheck={false}
        hint={
          channel
            ? t("Leave it empty to keep it as it is, at {host}.", { host: channel.host })
            : t("Kept sealed and never shown again: whoever has it can post there.")
        }
        error={errors.address}
        onChange={({ target }) => onChange({ ...wanted, address: target.value })}
      />
      <SelectField
        label={t("Language")}
        value={wanted.locale}
        onChange={({ target }) => onChange({ ...wanted, locale: asLocale(target.value) ?? "en" })}
      >
        {locales.map((locale) => (
          <option key={locale} value={locale}>
            {localeNames[locale]}
          </option>
        ))}
      </SelectField>
      <ZoneField value={wanted.zone} error={errors.zone} onChange={(zone) => onChange({ ...wanted, zone })} />
    </>
  );
}

export function SigningKey({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  return (
    <Dialog open alert onOpenChange={onClose} title={t("The key of {name}", { name })} back={t("Done")}>
      <SecretOnce secret={secret}>
        <Words
          of="Shown only now. With it the receiver checks {header}, after Standard Webhooks."
          with={{ header: <code>webhook-signature</code> }}
        />
      </SecretOnce>
    </Dialog>
  );
}
