"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Page } from "#components/shell/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { AddUser } from "#components/users/add-user.tsx";
import { DeactivateUser } from "#components/users/deactivate-user.tsx";
import { EditUser } from "#components/users/edit-user.tsx";
import { ResetPassword } from "#components/users/reset-password.tsx";
import { ResetSecondFactor } from "#components/users/reset-second-factor.tsx";
import { SigningKeys } from "#components/users/signing-keys.tsx";
import { useKeptOrder } from "#components/users/use-kept-order.ts";
import { UserRow, type Wish } from "#components/users/user-row.tsx";
import { UserSessions } from "#components/users/user-sessions.tsx";
import { roleWords } from "#lib/client/people/role-words.ts";
import { LOOK_AGAIN_MS, usersQuery } from "#lib/client/queries.ts";
import type { ListedUser } from "#lib/contract/people.ts";
import { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

type Asked = { what: "add" } | { what: Wish; user: ListedUser };

export function Users({ ownId }: { ownId: string }) {
  const { data } = useQuery({ ...usersQuery(), refetchInterval: LOOK_AGAIN_MS });
  const users = useKeptOrder(data?.users ?? []);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <Page
      title={t("Users")}
      help="users"
      actions={
        <Button look="primary" icon={<UserPlus aria-hidden />} onClick={() => setAsked({ what: "add" })}>
          {t("Add a person")}
        </Button>
      }
    >
      {data && (
        <Table label={t("Users")} head={<Head />}>
          {users.map((user) => (
            <UserRow key={user.id} user={user} self={user.id === ownId} onWish={(what) => setAsked({ what, user })} />
          ))}
        </Table>
      )}
      <Section title={t("Roles")}>
        <Rows>
          {Role.options.map((role) => (
            <Row key={role} label={t(roleWords[role].word)}>
              {t(roleWords[role].may)}
            </Row>
          ))}
        </Rows>
      </Section>
      <SigningKeys />
      {asked?.what === "add" && <AddUser onClose={close} />}
      {asked?.what === "edit" && <EditUser user={asked.user} self={asked.user.id === ownId} onClose={close} />}
      {asked?.what === "reset" && <ResetPassword user={asked.user} onClose={close} />}
      {asked?.what === "sessions" && <UserSessions user={asked.user} onClose={close} />}
      {asked?.what === "codes" && <ResetSecondFactor user={asked.user} onClose={close} />}
      {asked?.what === "deactivate" && <DeactivateUser user={asked.user} onClose={close} />}
    </Page>
  );
}

const Head = () => (
  <>
    <Th>{t("Person")}</Th>
    <Th>{t("Role and groups")}</Th>
    <Th>{t("State")}</Th>
    <Th>{t("Added")}</Th>
    <Th hidden>{t("Actions")}</Th>
  </>
);
