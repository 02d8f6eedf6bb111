"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadFailure } from "#components/history/load-failure.tsx";
import { DeliveryRow } from "#components/messages/delivery-row.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { channelsQuery, deliveriesQuery } from "#lib/client/queries.ts";
import type { DeliveryState } from "#lib/contract/notices.ts";

const filters = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "given_up", label: "Given up" },
] as const;

/** What was sent, what waits and why, and what was given up. */
export function Deliveries() {
  const [view, setView] = useState<{ show: "all" | DeliveryState; after?: string }>({ show: "all" });
  const state = view.show === "all" ? undefined : view.show;
  const { data, isPending, isError, error, refetch } = useQuery(deliveriesQuery({ state, after: view.after }));
  const { data: all } = useQuery(channelsQuery());
  const off = new Set(all?.channels.flatMap(({ id, disabledAt }) => (disabledAt === null ? [] : [id])));
  return (
    <Section
      title="Sent and waiting"
      note="Kept for 30 days after they ended."
      end={
        <Segmented label="Which messages" options={filters} value={view.show} onChange={(show) => setView({ show })} />
      }
    >
      {isPending && <Skeleton lines={3} label="Loading the messages" />}
      {isError && !data && <LoadFailure what="The messages" error={error} retry={() => void refetch()} />}
      {data?.deliveries.length === 0 && <p className="text-fg-2">There are none.</p>}
      {data && data.deliveries.length > 0 && (
        <Table label="Messages" head={head}>
          {data.deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} off={off.has(delivery.channel ?? "")} />
          ))}
        </Table>
      )}
      {data && (view.after || data.next) && (
        <div className="mt-3">
          <Actions>
            {view.after && <Button onClick={() => setView({ show: view.show })}>Latest</Button>}
            {data.next && <Button onClick={() => setView({ ...view, after: data.next ?? "" })}>Older</Button>}
          </Actions>
        </div>
      )}
    </Section>
  );
}

const head = (
  <>
    <Th>Message</Th>
    <Th>To</Th>
    <Th>When</Th>
    <Th>State</Th>
    <Th hidden>Actions</Th>
  </>
);
