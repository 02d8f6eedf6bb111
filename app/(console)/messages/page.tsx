import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Messages } from "#components/messages/messages.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { channelsQuery, deliveriesQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import { listChannels } from "#lib/server/notify/channels.ts";
import { listDeliveries } from "#lib/server/notify/deliveries.ts";
import { whoMay } from "#lib/server/people/active.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export const generateMetadata = (): Metadata => ({ title: t("Messages") });

const FIRST_PAGE = 50;

export default async function MessagesPage() {
  const person = await signedIn();
  if (!can(person.role, "user.manage")) {
    return (
      <NotAllowed
        page={t("Messages")}
        title={t("Only administrators see where messages go")}
        who={await whoMay("user.manage")}
        next={{ href: "/account", words: t("Your account") }}
      >
        {t("They add channels and see what became of messages. You choose under your account what you get by e-mail.")}
      </NotAllowed>
    );
  }
  const seeds = await Promise.all([
    read(channelsQuery(), listChannels()),
    read(deliveriesQuery({}), listDeliveries({ limit: FIRST_PAGE })),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <Messages />
    </HydrationBoundary>
  );
}
