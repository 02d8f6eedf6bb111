"use client";

import { Trash2 } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { permissionWords } from "#lib/client/people/permission-words.ts";
import type { ApiToken } from "#lib/contract/tokens.ts";
import { can } from "#lib/domain/grants.ts";
import type { Role, TokenPermission } from "#lib/domain/roles.ts";
import { row, t } from "#lib/words/t.ts";

type TokenTableProps = {
  tokens: readonly ApiToken[];
  /** Of their owner. */
  role: Role;
  /** The id of the one that is being revoked. */
  revoking: string | null;
  onRevoke: (id: string) => void;
};

export function TokenTable({ tokens, role, revoking, onRevoke }: TokenTableProps) {
  return (
    <Table label={t("API tokens")} head={<Head />}>
      {tokens.map((token) => (
        <TokenRow
          key={token.id}
          token={token}
          role={role}
          revoking={revoking === token.id}
          onRevoke={() => onRevoke(token.id)}
        />
      ))}
    </Table>
  );
}

type TokenRowProps = { token: ApiToken; role: Role; revoking: boolean; onRevoke: () => void };

function TokenRow({ token, role, revoking, onRevoke }: TokenRowProps) {
  const isOver = Date.parse(token.expiresAt) <= useServerNow();
  const may = token.permissions.filter((permission) => can(role, permission));
  const mayNot = token.permissions.filter((permission) => !may.includes(permission));
  return (
    <Tr>
      <Td>
        <b className="wrap-anywhere lg:inline-block lg:min-w-20">{token.name}</b>
      </Td>
      <Td label={t("May")}>
        {may.length > 0 ? listed(may) : t("nothing")}
        {mayNot.length > 0 && (
          <span className="block text-fg-2">{t("not by the role of today: {may}", { may: listed(mayNot) })}</span>
        )}
      </Td>
      <Td label={t("Last used")}>
        {token.usedAt ? <Time at={token.usedAt} show="dateTime" /> : t("never")}
        {token.usedFrom && <span className="block text-fg-2">{t("from {address}", { address: token.usedFrom })}</span>}
      </Td>
      <Td label={t("Valid until")}>
        <Time at={token.expiresAt} show="dateTime" />
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

const listed = (permissions: readonly TokenPermission[]): string =>
  row(
    permissions.map((permission) => t(permissionWords[permission])),
    "; ",
  );

const Head = () => (
  <>
    <Th>{t("Name")}</Th>
    <Th>{t("May")}</Th>
    <Th>{t("Last used")}</Th>
    <Th>{t("Valid until")}</Th>
    <Th hidden>{t("Actions")}</Th>
  </>
);
