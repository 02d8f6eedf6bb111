"use client";

import { Bell, BellOff, KeyRound, Pencil, Send, Trash2 } from "lucide-react";
import { Reached } from "#components/messages/reached.tsx";
import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { Menu } from "#components/ui/menu.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Td, Tr } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { formatWord, noticeWords, sentWords } from "#lib/client/people/notice-words.ts";
import type { Channel } from "#lib/contract/notices.ts";
import { NoticeKind } from "#lib/domain/notify/message.ts";
import { localeNames } from "#lib/words/language.ts";
import { row, t } from "#lib/words/t.ts";

/** Only the first of a row begins as a sentence does. */
const inRow = (words: string, place: number): string =>
  place === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1);

type ChannelRowProps = { channel: Channel; onChange: () => void; onNewKey: () => void; onDelete: () => void };

export function ChannelRow({ channel, onChange, onNewKey, onDelete }: ChannelRowProps) {
  const { id, name, format, host, kinds, drills, locale, zone, disabledAt, reach } = channel;
  const params = { id };
  const test = useChangeChannels(() => call("POST /api/notices/channels/{id}/test", { params }));
  const turn = useChangeChannels((disabled: boolean) =>
    call("PATCH /api/notices/channels/{id}", { params, body: { disabled } }),
  );
  const error = test.error ?? turn.error;
  const off = disabledAt !== null;
  return (
    <Tr>
      <Td>
        <b translate="no" className="wrap-anywhere">
          {name}
        </b>
        <span className="block wrap-anywhere text-fg-2">
          {t("{format} at {host}", { format: formatWord(format), host })}
        </span>
      </Td>
      <Td label={t("Receives")}>
        {kinds.length === NoticeKind.options.length
          ? t("Everything")
          : row(
              kinds.map((kind, place) => inRow(t(noticeWords[kind].any), place)),
              "; ",
            )}
        <span className="block text-fg-2">
          {drills ? t("Live runs and drills") : t("Live runs only")}
          {t(", ")}
          {localeNames[locale]}
          {t(", ")}
          <span translate="no">{zone}</span>
        </span>
      </Td>
      <Td label={t("State")}>
        <Outcome tone={off ? "quiet" : "ink"} icon={off ? <BellOff aria-hidden /> : <Bell aria-hidden />}>
          {off ? t("Off") : t("On")}
        </Outcome>
        <Reached reach={reach} off={off} />
        <span role="status" className="block text-fg-2 empty:sr-only">
          {test.isPending
            ? t("Sending a test message…")
            : test.data && t("Test message: {outcome}", { outcome: sentWords(test.data) })}
        </span>
        <span role="alert" className="block font-medium text-bad empty:hidden">
          {error && errorWords(error).sentence}
        </span>
      </Td>
      <Td align="end">
        <Menu
          label={t("Change {name}", { name })}
          trigger={t("Change")}
          items={[
            {
              label: t("Send a test message"),
              icon: <Send aria-hidden />,
              blocked: off ? t("It is switched off.") : null,
              onSelect: () => test.mutate(undefined),
            },
            { label: t("Name, address, what it receives…"), icon: <Pencil aria-hidden />, onSelect: onChange },
            {
              label: t("New key…"),
              icon: <KeyRound aria-hidden />,
              blocked: format === "webhook" ? null : t("Only what a webhook gets is signed."),
              onSelect: onNewKey,
            },
            {
              label: off ? t("Switch on") : t("Switch off"),
              icon: off ? <Bell aria-hidden /> : <BellOff aria-hidden />,
              onSelect: () => turn.mutate(!off),
            },
            { label: t("Delete…"), icon: <Trash2 aria-hidden />, danger: true, onSelect: onDelete },
          ]}
        />
      </Td>
    </Tr>
  );
}
