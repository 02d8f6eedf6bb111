"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DeliveryRow } from "#components/messages/delivery-row.tsx";
import { LINES } from "#components/shell/lines.ts";
import { LoadState } from "#components/shell/load-state.tsx";
import { Steady } from "#components/shell/steady.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { deliveryWords } from "#lib/client/people/notice-words.ts";
import { channelsQuery, deliveriesQuery } from "#lib/client/queries.ts";
import type { DeliveryState } from "#lib/contract/notices.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const filters = [
  { value: "all", label: "All" },
  { value: "waiting", label: deliveryWords.waiting },
  { value: "given_up", label: deliveryWords.given_up },
] as const satisfies readonly { value: "all" | DeliveryState; label: PlainSentence }[];

/** What was sent, what waits and why, and what was given up. */
export function Deliveries() {
  const [view, setView] = useState<{ show: "all" | DeliveryState; after?: string }>({ show: "all" });
  const state = view.show === "all" ? undefined : view.show;
  const asked = useQuery(deliveriesQuery({ state, after: view.after }));
  const { data } = asked;
  const { data: all } = useQuery(channelsQuery());
  const off = new Set(all?.channels.flatMap(({ id, disabledAt }) => (disabledAt === null ? [] : [id])));
  return (
    <Section
      title={t("Sent and waiting")}
      note={t("Kept for 30 days after they ended.")}
      end={
        <Segmented
          label={t("Which messages")}
          options={filters.map(({ value, label }) => ({ value, label: t(label) }))}
          value={view.show}
          onChange={(show) => setView({ show })}
        />
      }
    >
      <LoadState what={t("The messages")} of={asked}>
        <Skeleton lines={3} label={t("Loading the messages")} />
      </LoadState>
      {data?.deliveries.length === 0 && <p className="text-fg-2">{t("There are none.")}</p>}
      {data && data.deliveries.length > 0 && (
        <Steady of={LINES}>
          <Table label={t("Messages")} head={<Head />}>
            {data.deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} off={off.has(delivery.channel ?? "")} />
            ))}
          </Table>
        </Steady>
      )}
      {data && (view.after || data.next) && (
        <div className="mt-3">
          <Actions>
            {view.after && <Button onClick={() => setView({ show: view.show })}>{t("Latest")}</Button>}
            {data.next && <Button onClick={() => setView({ ...view, after: data.next ?? "" })}>{t("Older")}</Button>}
          </Actions>
        </div>
      )}
    </Section>
  );
}

const Head = () => (
  <>
    <Th>{t("Message")}</Th>
    <Th>{t("Sent to")}</Th>
    <Th>{t("When")}</Th>
    <Th>{t("State")}</Th>
    <Th hidden>{t("Actions")}</Th>
  </>
);
