"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell, BellPlus, Mail, MailX } from "lucide-react";
import { useState } from "react";
import { LoadFailure } from "#components/history/load-failure.tsx";
import { ChannelForm } from "#components/messages/channel-form.tsx";
import { ChannelRow } from "#components/messages/channel-row.tsx";
import { Deliveries } from "#components/messages/deliveries.tsx";
import { NewKey } from "#components/messages/new-key.tsx";
import { Page } from "#components/shell/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { channelsQuery } from "#lib/client/queries.ts";
import type { Channel } from "#lib/contract/notices.ts";

type Asked = { what: "add" } | { what: "change" | "key"; channel: Channel };

/** Where messages go, and what became of them. `mail`: whether there is a mail server. */
export function Messages({ mail }: { mail: boolean }) {
  const { data, isError, error, refetch } = useQuery(channelsQuery());
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <Page
      title="Messages"
      actions={
        <Button look="primary" icon={<BellPlus aria-hidden />} onClick={() => setAsked({ what: "add" })}>
          Add a channel
        </Button>
      }
    >
      <Section title="E-mail">
        <MailState mail={mail} />
      </Section>
      <Section title="Channels" note="Posted to a webhook, to Slack, or to Teams.">
        {isError && !data && <LoadFailure what="The channels" error={error} retry={() => void refetch()} />}
        {data?.channels.length === 0 && (
          <EmptyState icon={<Bell aria-hidden />} title="There are no channels">
            <p>Add one to tell a team, a pager or another program what happens in runs.</p>
          </EmptyState>
        )}
        {data && data.channels.length > 0 && (
          <Table label="Channels" head={head}>
            {data.channels.map((channel) => (
              <ChannelRow
                key={channel.id}
                channel={channel}
                onChange={() => setAsked({ what: "change", channel })}
                onNewKey={() => setAsked({ what: "key", channel })}
              />
            ))}
          </Table>
        )}
      </Section>
      <Deliveries />
      {asked?.what === "add" && <ChannelForm onClose={close} />}
      {asked?.what === "change" && <ChannelForm channel={asked.channel} onClose={close} />}
      {asked?.what === "key" && <NewKey channel={asked.channel} onClose={close} />}
    </Page>
  );
}

function MailState({ mail }: { mail: boolean }) {
  return mail ? (
    <p className="flex flex-wrap gap-x-3">
      <Outcome tone="done" icon={<Mail aria-hidden />}>
        A mail server is configured
      </Outcome>
      <span className="text-fg-2">What each person gets, they choose under their account.</span>
    </p>
  ) : (
    <p className="flex flex-wrap gap-x-3">
      <Outcome tone="quiet" icon={<MailX aria-hidden />}>
        No mail server is configured
      </Outcome>
      <span className="text-fg-2">
        Nobody gets e-mail. Set <code>SMTP_URL</code> and <code>SMTP_FROM</code>, and start the console again.
      </span>
    </p>
  );
}

const head = (
  <>
    <Th>Channel</Th>
    <Th>Hears</Th>
    <Th>State</Th>
    <Th hidden>Actions</Th>
  </>
);
