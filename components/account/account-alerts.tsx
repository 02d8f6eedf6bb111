"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { secondFactorQuery } from "#lib/client/queries.ts";
import { joined, t } from "#lib/words/t.ts";

/** So few recovery codes are soon none. */
const FEW = 2;

/** What of one's own way in needs something, before all that does not: its part stands far below. */
export function AccountAlerts({ notJoined }: { notJoined: string | null }) {
  const { data } = useQuery(secondFactorQuery());
  return (
    <>
      {notJoined !== null && (
        <Alert
          tone="bad"
          icon={<CircleAlert aria-hidden />}
          title={t("Not joined.")}
          action={<ButtonLink href="#single-sign-on">{t("Single sign-on")}</ButtonLink>}
        >
          {notJoined}
        </Alert>
      )}
      {data?.since && !data.authenticator && (
        <Alert
          tone="bad"
          icon={<CircleAlert aria-hidden />}
          title={t("Codes of your authenticator are not taken.")}
          action={toCodes()}
          live="off"
        >
          {joined(
            t(
              "This console has lost what it checks them by. Turn codes off and on again; until then a recovery code is asked for.",
            ),
            data.recoveryCodes <= FEW && fewWords(data.recoveryCodes),
          )}
        </Alert>
      )}
      {data?.since && data.authenticator && data.recoveryCodes <= FEW && (
        <Alert
          tone="wait"
          icon={<TriangleAlert aria-hidden />}
          title={fewWords(data.recoveryCodes)}
          action={toCodes()}
          live="off"
        >
          {t("Turn codes off and on again for ten new ones.")}
        </Alert>
      )}
    </>
  );
}

const fewWords = (count: number): string =>
  count === 0 ? t("No recovery code left.") : t("Few recovery codes left: {count} of 10.", { count });

const toCodes = () => <ButtonLink href="#one-time-codes">{t("One-time codes")}</ButtonLink>;
