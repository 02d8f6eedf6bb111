"use client";

import { CircleCheck, CircleX, Hourglass, RotateCw } from "lucide-react";
import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Td, Tr } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import type { Delivery } from "#lib/contract/notices.ts";

type DeliveryRowProps = {
  delivery: Delivery;
  /** Its channel is switched off. */
  off: boolean;
};

export function DeliveryRow({ delivery, off }: DeliveryRowProps) {
  const { id, to, deleted, subject, state, createdAt } = delivery;
  const again = useChangeChannels(() => call("POST /api/notices/deliveries/{id}/again", { params: { id } }));
  return (
    <Tr>
      <Td>
        <b className="font-medium wrap-anywhere">{subject}</b>
      </Td>
      <Td label="To">
        <span className="wrap-anywhere">{to}</span>
        {deleted && <span className="block text-fg-2">Deleted channel</span>}
      </Td>
      <Td label="When" nowrap>
        <Time at={createdAt} show="dateTime" />
      </Td>
      <Td label="State">
        <State delivery={delivery} />
        <span role="alert" className="block font-medium text-bad empty:hidden">
          {again.error && errorWords(again.error).sentence}
        </span>
      </Td>
      <Td align="end">
        {state === "given_up" && (
          <Button
            icon={<RotateCw aria-hidden />}
            aria-label={`Send again to ${to}: ${subject}`}
            blocked={deleted ? "Its channel was deleted." : off ? "Its channel is off." : null}
            pending={again.isPending && "Sending…"}
            onClick={() => again.mutate(undefined)}
          >
            Send again
          </Button>
        )}
      </Td>
    </Tr>
  );
}

function State({ delivery: { state, tries, lastError, nextAt } }: { delivery: Delivery }) {
  const times = tries === 1 ? "once" : `${tries} times`;
  switch (state) {
    case "delivered":
      return (
        <Outcome tone="done" icon={<CircleCheck aria-hidden />}>
          Delivered
        </Outcome>
      );
    case "given_up":
      return (
        <>
          <Outcome tone="bad" icon={<CircleX aria-hidden />}>
            Given up
          </Outcome>
          <span className="block wrap-anywhere text-fg-2">
            Tried {times}. {lastError}
          </span>
        </>
      );
    case "waiting":
      return (
        <>
          <Outcome tone="wait" icon={<Hourglass aria-hidden />}>
            Waiting
          </Outcome>
          {tries > 0 && (
            <span className="block wrap-anywhere text-fg-2">
              Tried {times}. {lastError} {nextAt && <Next at={nextAt} />}
            </span>
          )}
        </>
      );
  }
}

const Next = ({ at }: { at: string }) => (
  <>
    Next try <Time at={at} />.
  </>
);
