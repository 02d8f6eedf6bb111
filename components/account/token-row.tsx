"use client";

import { Trash2 } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Td, Tr } from "#components/ui/table.tsx";
import { permissionWords } from "#lib/client/people/permission-words.ts";
import type { ApiToken } from "#lib/contract/tokens.ts";
import { row, t } from "#lib/words/t.ts";

type TokenRowProps = { token: ApiToken; revoking: boolean; onRevoke: () => void };

export function TokenRow({ token, revoking, onRevoke }: TokenRowProps) {
  const isOver = Date.parse(token.expiresAt) <= useServerNow();
  return (
    <Tr>
      <Td>
        <b className="wrap-anywhere">{token.name}</b>
      </Td>
      <Td label={t("May")}>
        {row(
          token.permissions.map((permission) => t(permissionWords[permission])),
          "; ",
        )}
      </Td>
      <Td label={t("Last used")}>
        {token.usedAt ? <Time at={token.usedAt} show="dateTime" /> : t("never")}
        {token.usedFrom && <span className="block text-fg-2">{t("from {address}", { address: token.usedFrom })}</span>}
      </Td>
      <Td label={t("Valid until")} nowrap>
        <Time at={token.expiresAt} show="date" />
        {isOver && <b className="block text-bad">{t("Expired")}</b>}
      </Td>
      <Td align="end">
        <Button
          look="danger"
          icon={<Trash2 aria-hidden />}
          aria-label={t("Revoke {name}", { name: token.name })}
          pending={revoking && t("Revoking…")}
          onClick={onRevoke}
        >
          {t("Revoke")}
        </Button>
      </Td>
    </Tr>
  );
}
