"use client";

import { KeyRound, MonitorSmartphone, Pencil, ShieldOff, UserCheck, UserX } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Td, Tr } from "#components/ui/table.tsx";
import { useChangeUsers } from "#components/users/use-change-users.ts";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { roleWords } from "#lib/client/role-words.ts";
import type { User } from "#lib/contract/people.ts";

export type Wish = "edit" | "reset" | "sessions" | "codes" | "deactivate";

type UserRowProps = {
  user: User;
  /** The administrator's own line. */
  self: boolean;
  onWish: (wish: Wish) => void;
};

export function UserRow({ user, self, onWish }: UserRowProps) {
  const reactivate = useChangeUsers(() =>
    call("PATCH /api/users/{id}", { params: { id: user.id }, body: { disabled: false } }),
  );
  const state = user.disabledAt
    ? { label: "Reactivate", icon: <UserCheck aria-hidden />, onSelect: () => reactivate.mutate(undefined) }
    : {
        label: "Deactivate…",
        icon: <UserX aria-hidden />,
        danger: true,
        blocked: self ? "Another administrator has to do this." : null,
        onSelect: () => onWish("deactivate"),
      };
  return (
    <Tr>
      <Td>
        <b className="wrap-anywhere">{user.name}</b>
        {self && " (you)"}
        <span className="block wrap-anywhere text-fg-2">{user.email}</span>
        <span role="alert" className="block font-medium text-bad empty:hidden">
          {reactivate.error && errorWords(reactivate.error).sentence}
        </span>
      </Td>
      <Td label="Role">
        {roleWords[user.role].word}
        {user.groups.length > 0 && <span className="block wrap-anywhere text-fg-2">{user.groups.join(", ")}</span>}
      </Td>
      <Td label="State">
        <UserState user={user} />
      </Td>
      <Td label="Added" nowrap>
        <Time at={user.createdAt} show="date" />
      </Td>
      <Td align="end">
        <Menu
          label={`Change ${user.name}`}
          trigger="Change"
          items={[
            { label: "Name, role, groups…", icon: <Pencil aria-hidden />, onSelect: () => onWish("edit") },
            { label: "New password…", icon: <KeyRound aria-hidden />, onSelect: () => onWish("reset") },
            { label: "One-time codes…", icon: <ShieldOff aria-hidden />, onSelect: () => onWish("codes") },
            { label: "Sessions…", icon: <MonitorSmartphone aria-hidden />, onSelect: () => onWish("sessions") },
            state,
          ]}
        />
      </Td>
    </Tr>
  );
}

function UserState({ user }: { user: User }) {
  if (!user.disabledAt) {
    return (
      <Outcome tone="done" icon={<UserCheck aria-hidden />}>
        Active
      </Outcome>
    );
  }
  return (
    <Outcome tone="quiet" icon={<UserX aria-hidden />}>
      <span>
        Deactivated <Time at={user.disabledAt} show="date" className="font-normal" />
      </span>
    </Outcome>
  );
}
