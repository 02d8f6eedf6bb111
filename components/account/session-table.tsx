"use client";

import { LogOut } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { browserWords } from "#lib/client/people/browser-words.ts";
import type { SessionInfo } from "#lib/contract/sessions.ts";
import { t } from "#lib/words/t.ts";

type SessionTableProps = {
  sessions: readonly SessionInfo[];
  /** The id of the one that is being ended. */
  ending: string | null;
  onEnd: (id: string) => void;
};

/** Where somebody is signed in. The session that looks at it is ended by signing out. */
export function SessionTable({ sessions, ending, onEnd }: SessionTableProps) {
  return (
    <Table label={t("Sessions")} head={<Head />}>
      {sessions.map((session) => (
        <Tr key={session.id}>
          <Td>
            <b className="wrap-anywhere">{browserWords(session.userAgent)}</b>{" "}
            {session.current && <Tag>{t("this one")}</Tag>}
            <span className="block wrap-anywhere text-fg-2">{session.address ?? t("Address unknown")}</span>
          </Td>
          <Td label={t("Since")}>
            <Time at={session.since} show="dateTime" />
          </Td>
          <Td label={t("Last seen")}>
            <Time at={session.seenAt} show="dateTime" />
          </Td>
          <Td align="end">
            {!session.current && (
              <Button
                icon={<LogOut aria-hidden />}
                aria-label={endWords(session)}
                pending={ending === session.id && t("Ending…")}
                onClick={() => onEnd(session.id)}
              >
                {t("End")}
              </Button>
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

function endWords({ userAgent, address }: SessionInfo): string {
  const browser = browserWords(userAgent);
  return address === null
    ? t("End the session of {browser} from an unknown address", { browser })
    : t("End the session of {browser} from {address}", { browser, address });
}

const Head = () => (
  <>
    <Th>{t("Browser and address")}</Th>
    <Th>{t("Since")}</Th>
    <Th>{t("Last seen")}</Th>
    <Th hidden>{t("Actions")}</Th>
  </>
);
