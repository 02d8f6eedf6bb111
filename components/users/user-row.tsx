"use client";

import { KeyRound, MonitorSmartphone, Pencil, ShieldOff, UserCheck, UserX } from "lucide-react";
import { Day } from "#components/shell/day.tsx";
import { Time } from "#components/shell/time.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Td, Tr } from "#components/ui/table.tsx";
import { Words } from "#components/ui/words.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { roleWords } from "#lib/client/people/role-words.ts";
import type { ListedUser } from "#lib/contract/people.ts";
import { telephoneAddress } from "#lib/domain/telephone-address.ts";
import { row, t } from "#lib/words/t.ts";

export type Wish = "edit" | "reset" | "sessions" | "codes" | "deactivate";

type UserRowProps = {
  user: ListedUser;
  /** The administrator's own line. */
  self: boolean;
  onWish: (wish: Wish) => void;
};

export function UserRow({ user, self, onWish }: UserRowProps) {
  const reactivate = useChangeUsers(() =>
    call("PATCH /api/users/{id}", { params: { id: user.id }, body: { disabled: false } }),
  );
  const state = user.disabledAt
    ? { label: t("Reactivate"), icon: <UserCheck aria-hidden />, onSelect: () => reactivate.mutate(undefined) }
    : {
        label: t("Deactivate…"),
        icon: <UserX aria-hidden />,
        danger: true,
        blocked: self ? t("Another administrator has to do this.") : null,
        onSelect: () => onWish("deactivate"),
      };
  return (
    <Tr>
      <Td>
        <b className="wrap-anywhere">{user.name}</b>
        {self && ` ${t("(you)")}`}
        <span className="block wrap-anywhere text-fg-2">{user.email}</span>
        {user.telephone && (
          <a href={telephoneAddress(user.telephone)} className="block w-fit wrap-anywhere text-link hover:underline">
            {user.telephone}
          </a>
        )}
        <span role="alert" className="block font-medium text-bad empty:hidden">
          {reactivate.error && errorWords(reactivate.error).sentence}
        </span>
      </Td>
      <Td label={t("Role")}>
        {t(roleWords[user.role].word)}
        {user.groups.length > 0 && <span className="block wrap-anywhere text-fg-2">{row(user.groups)}</span>}
      </Td>
      <Td label={t("State")}>
        <UserState user={user} />
        {user.singleSignOn !== null && (
          <span className="block wrap-anywhere text-fg-2">
            <Words of="signs in with {provider}" with={{ provider: <span translate="no">{user.singleSignOn}</span> }} />
          </span>
        )}
        {user.secondFactor && <span className="block text-fg-2">{t("with one-time codes")}</span>}
      </Td>
      <Td label={t("Added")} nowrap>
        <Day at={user.createdAt} />
      </Td>
      <Td align="end">
        <Menu
          label={t("Change {name}", { name: user.name })}
          trigger={t("Change")}
          items={[
            {
              label: t("Name, e-mail, telephone, role, groups…"),
              icon: <Pencil aria-hidden />,
              onSelect: () => onWish("edit"),
            },
            {
              label: t("New password…"),
              icon: <KeyRound aria-hidden />,
              blocked: user.password ? null : t("They have none: they sign in elsewhere."),
              onSelect: () => onWish("reset"),
            },
            {
              label: t("One-time codes…"),
              icon: <ShieldOff aria-hidden />,
              blocked: user.secondFactor ? null : t("They are not on."),
              onSelect: () => onWish("codes"),
            },
            { label: t("Sessions…"), icon: <MonitorSmartphone aria-hidden />, onSelect: () => onWish("sessions") },
            state,
          ]}
        />
      </Td>
    </Tr>
  );
}

function UserState({ user }: { user: ListedUser }) {
  if (!user.disabledAt) {
    return (
      <Outcome tone="done" icon={<UserCheck aria-hidden />}>
        {t("Active")}
      </Outcome>
    );
  }
  return (
    <Outcome tone="quiet" icon={<UserX aria-hidden />}>
      <span>
        <Words
          of="Deactivated {date}"
          with={{ date: <Time at={user.disabledAt} show="dateTime" className="font-normal" /> }}
        />
      </span>
    </Outcome>
  );
}
