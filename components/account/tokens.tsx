"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { NewToken } from "#components/account/new-token.tsx";
import { TokenRow } from "#components/account/token-row.tsx";
import { Button } from "#components/ui/button.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { tokensQuery } from "#lib/client/queries.ts";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

/** The tokens of one's own programs. The list is read again before a change counts as done. */
export function Tokens({ role }: { role: Role }) {
  const cache = useQueryClient();
  const { data } = useQuery(tokensQuery());
  const [making, setMaking] = useState(false);
  const revoke = useMutation({
    mutationFn: (id: string) => call("DELETE /api/tokens/{id}", { params: { id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: tokensQuery().queryKey }),
  });
  return (
    <Section
      title={t("API tokens")}
      note={t("What a program does with one, the log shows with its name and yours.")}
      end={
        <Button icon={<KeyRound aria-hidden />} onClick={() => setMaking(true)}>
          {t("New token")}
        </Button>
      }
    >
      {revoke.error && <Refusal title={t("Not revoked.")}>{errorWords(revoke.error).sentence}</Refusal>}
      {data?.tokens.length === 0 && <p className="text-fg-2">{t("You have no tokens.")}</p>}
      {data && data.tokens.length > 0 && (
        <Table label={t("API tokens")} head={<Head />}>
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

const Head = () => (
  <>
    <Th>{t("Name")}</Th>
    <Th>{t("May")}</Th>
    <Th>{t("Last used")}</Th>
    <Th>{t("Valid until")}</Th>
    <Th hidden>{t("Actions")}</Th>
  </>
);
