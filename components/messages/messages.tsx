"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell, BellPlus } from "lucide-react";
import { useState } from "react";
import { ChannelForm } from "#components/messages/channel-form.tsx";
import { ChannelRow } from "#components/messages/channel-row.tsx";
import { DeleteChannel } from "#components/messages/delete-channel.tsx";
import { Deliveries } from "#components/messages/deliveries.tsx";
import { MailState } from "#components/messages/mail-state.tsx";
import { NewKey } from "#components/messages/new-key.tsx";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { Page } from "#components/shell/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { channelsQuery } from "#lib/client/queries.ts";
import type { Channel } from "#lib/contract/notices.ts";
import { t } from "#lib/words/t.ts";

type Asked = { what: "add" } | { what: "change" | "key" | "delete"; channel: Channel };

/** Where messages go, and what became of them. */
export function Messages() {
  const channels = useQuery(channelsQuery());
  const { data } = channels;
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <Page
      title={t("Messages")}
      help="messages"
      connection={usePollState(channels)}
      actions={
        <Button look="primary" icon={<BellPlus aria-hidden />} onClick={() => setAsked({ what: "add" })}>
          {t("Add a channel")}
        </Button>
      }
    >
      <Section title={t("E-mail")}>{data && <MailState mail={data.mail} />}</Section>
      <Section title={t("Channels")} note={t("Posted to a webhook, to Slack, or to Teams.")}>
        {data?.channels.length === 0 && (
          <EmptyState icon={<Bell aria-hidden />} title={t("There are no channels")}>
            <p>{t("Add one to tell a team, a pager or another program what happens in runs.")}</p>
          </EmptyState>
        )}
        {data && data.channels.length > 0 && (
          <Table label={t("Channels")} head={<Head />}>
            {data.channels.map((channel) => (
              <ChannelRow
                key={channel.id}
                channel={channel}
                onChange={() => setAsked({ what: "change", channel })}
                onNewKey={() => setAsked({ what: "key", channel })}
                onDelete={() => setAsked({ what: "delete", channel })}
              />
            ))}
          </Table>
        )}
      </Section>
      <Deliveries />
      {asked?.what === "add" && <ChannelForm onClose={close} />}
      {asked?.what === "change" && <ChannelForm channel={asked.channel} onClose={close} />}
      {asked?.what === "key" && <NewKey channel={asked.channel} onClose={close} />}
      {asked?.what === "delete" && <DeleteChannel channel={asked.channel} onClose={close} />}
    </Page>
  );
}

const Head = () => (
  <>
    <Th>{t("Channel")}</Th>
    <Th>{t("Receives")}</Th>
    <Th>{t("State")}</Th>
    <Th hidden>{t("Actions")}</Th>
  </>
);
