"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { NewToken } from "#components/account/new-token.tsx";
import { TokenTable } from "#components/account/token-table.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { call } from "#lib/client/api.ts";
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
      {revoke.error && <NotDone title={t("Not revoked.")} error={revoke.error} />}
      {data?.tokens.length === 0 && <p className="text-fg-2">{t("You have no tokens.")}</p>}
      {data && data.tokens.length > 0 && (
        <TokenTable
          tokens={data.tokens}
          role={role}
          revoking={revoke.isPending ? revoke.variables : null}
          onRevoke={(id) => revoke.mutate(id)}
        />
      )}
      {making && <NewToken role={role} onClose={() => setMaking(false)} />}
    </Section>
  );
}
