"use client";

import { LogOut } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { browserWords } from "#lib/client/browser-words.ts";
import type { SessionInfo } from "#lib/contract/sessions.ts";

type SessionTableProps = {
  sessions: readonly SessionInfo[];
  /** The id of the one that is being ended. */
  ending: string | null;
  onEnd: (id: string) => void;
};

/** Where somebody is signed in. The session that looks at it is ended by signing out. */
export function SessionTable({ sessions, ending, onEnd }: SessionTableProps) {
  return (
    <Table label="Sessions" head={head}>
      {sessions.map((session) => (
        <Tr key={session.id}>
          <Td>
            <b className="wrap-anywhere">{browserWords(session.userAgent)}</b> {session.current && <Tag>this one</Tag>}
            <span className="block wrap-anywhere text-fg-2">{session.address ?? "Address unknown"}</span>
          </Td>
          <Td label="Since" nowrap>
            <Time at={session.since} show="dateTime" />
          </Td>
          <Td label="Last seen" nowrap>
            <Time at={session.seenAt} show="dateTime" />
          </Td>
          <Td align="end">
            {!session.current && (
              <Button
                icon={<LogOut aria-hidden />}
                aria-label={`End the session of ${browserWords(session.userAgent)} from ${session.address ?? "an unknown address"}`}
                pending={ending === session.id && "Ending…"}
                onClick={() => onEnd(session.id)}
              >
                End
              </Button>
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

const head = (
  <>
    <Th>Browser and address</Th>
    <Th>Since</Th>
    <Th>Last seen</Th>
    <Th hidden>Actions</Th>
  </>
);
