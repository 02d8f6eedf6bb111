"use client";

import { CircleCheck, CircleX, Hourglass, RotateCw } from "lucide-react";
import { useChangeChannels } from "#components/messages/use-change-channels.ts";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Td, Tr } from "#components/ui/table.tsx";
import { Words } from "#components/ui/words.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { deliveryWords } from "#lib/client/people/notice-words.ts";
import type { Delivery } from "#lib/contract/notices.ts";
import { t, tn } from "#lib/words/t.ts";

type DeliveryRowProps = {
  delivery: Delivery;
  /** Its channel is switched off. */
  off: boolean;
};

export function DeliveryRow({ delivery, off }: DeliveryRowProps) {
  const { id, to, deleted, subject, locale, state, createdAt } = delivery;
  const again = useChangeChannels(() => call("POST /api/notices/deliveries/{id}/again", { params: { id } }));
  return (
    <Tr>
      <Td>
        <b lang={locale} className="font-medium wrap-anywhere">
          {subject}
        </b>
      </Td>
      <Td label={t("Sent to")}>
        <span translate="no" className="wrap-anywhere lg:inline-block lg:min-w-48">
          {to}
        </span>
        {deleted && <span className="block text-fg-2">{t("Deleted channel")}</span>}
      </Td>
      <Td label={t("When")} nowrap>
        <Time at={createdAt} show="dateTime" />
      </Td>
      <Td label={t("State")}>
        <State delivery={delivery} />
        <span role="alert" className="block font-medium text-bad empty:hidden">
          {again.error && errorWords(again.error).sentence}
        </span>
      </Td>
      <Td align="end">
        {state === "given_up" && (
          <Button
            icon={<RotateCw aria-hidden />}
            aria-label={t("Send again to {to}: {subject}", { to, subject })}
            blocked={deleted ? t("Its channel was deleted.") : off ? t("Its channel is off.") : null}
            pending={again.isPending && t("Sending…")}
            onClick={() => again.mutate(undefined)}
          >
            {t("Send again")}
          </Button>
        )}
      </Td>
    </Tr>
  );
}

function State({ delivery }: { delivery: Delivery }) {
  const { state, tries, lastError, nextAt } = delivery;
  const why = lastError ?? "";
  switch (state) {
    case "delivered":
      return (
        <Outcome tone="done" icon={<CircleCheck aria-hidden />}>
          <span>
            <DeliveredWords delivery={delivery} />
          </span>
        </Outcome>
      );
    case "given_up":
      return (
        <>
          <Outcome tone="bad" icon={<CircleX aria-hidden />}>
            {t(deliveryWords.given_up)}
          </Outcome>
          <span className="block pl-5.5 wrap-anywhere text-fg-2">{triedWords(tries, why)}</span>
        </>
      );
    case "waiting":
      return (
        <>
          <Outcome tone="wait" icon={<Hourglass aria-hidden />}>
            {t(deliveryWords.waiting)}
          </Outcome>
          {tries > 0 && (
            <span className="block pl-5.5 wrap-anywhere text-fg-2">
              <Sentences>
                {triedWords(tries, why)}
                {nextAt && <Words of="Next try {at}." with={{ at: <Time at={nextAt} /> }} />}
              </Sentences>
            </span>
          )}
        </>
      );
  }
}

/** The day stands beside it already, unless it was another. */
function DeliveredWords({ delivery: { createdAt, endedAt, tries } }: { delivery: Delivery }) {
  if (endedAt === null) return t(deliveryWords.delivered);
  const at = <Time at={endedAt} since={createdAt} />;
  return tries > 1 ? (
    <Words of="Delivered {at}, after {count} tries" with={{ at, count: tries }} />
  ) : (
    <Words of="Delivered {at}" with={{ at }} />
  );
}

const triedWords = (tries: number, why: string): string =>
  tn("Tried once. {why}", "Tried {count} times. {why}", tries, { why });
