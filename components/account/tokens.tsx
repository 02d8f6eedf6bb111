"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, KeyRound } from "lucide-react";
import { useState } from "react";
import { NewToken } from "#components/account/new-token.tsx";
import { TokenRow } from "#components/account/token-row.tsx";
import { LoadFailure } from "#components/history/load-failure.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { tokensQuery } from "#lib/client/queries.ts";
import type { Role } from "#lib/domain/roles.ts";

/** The tokens of one's own programs. The list is read again before a change counts as done. */
export function Tokens({ role }: { role: Role }) {
  const cache = useQueryClient();
  const { data, isError, error, refetch } = useQuery(tokensQuery());
  const [making, setMaking] = useState(false);
  const revoke = useMutation({
    mutationFn: (id: string) => call("DELETE /api/tokens/{id}", { params: { id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: tokensQuery().queryKey }),
  });
  return (
    <Section
      title="API tokens"
      note="What a program does with one, the log shows with its name and yours."
      end={
        <Button icon={<KeyRound aria-hidden />} onClick={() => setMaking(true)}>
          New token
        </Button>
      }
    >
      {revoke.error && (
        <Alert tone="bad" icon={<CircleAlert aria-hidden />} title="Not revoked." live="assertive">
          {errorWords(revoke.error).sentence}
        </Alert>
      )}
      {isError && !data && <LoadFailure what="Your tokens" error={error} retry={() => void refetch()} />}
      {data?.tokens.length === 0 && <p className="text-fg-2">You have no tokens.</p>}
      {data && data.tokens.length > 0 && (
        <Table label="API tokens" head={head}>
          {data.tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              revoking={revoke.isPending && revoke.variables === token.id}
              onRevoke={() => revoke.mutate(token.id)}
            />
          ))}
        </Table>
      )}
      {making && <NewToken role={role} onClose={() => setMaking(false)} />}
    </Section>
  );
}

const head = (
  <>
    <Th>Name</Th>
    <Th>May</Th>
    <Th>Last used</Th>
    <Th>Good until</Th>
    <Th hidden>Actions</Th>
  </>
);
