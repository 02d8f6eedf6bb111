import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { Users } from "#components/users/users.tsx";
import { usersQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/roles.ts";
import { listUsers } from "#lib/server/people/users.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  const person = await signedIn();
  if (!can(person.role, "user.manage")) {
    return (
      <NotAllowed
        page="Users"
        title="Only administrators see the users"
        next={{ href: "/account", words: "Your account" }}
      >
        They add people, change roles and give new passwords. You are {person.role}: ask one of them.
      </NotAllowed>
    );
  }
  return (
    <HydrationBoundary state={seeded([await read(usersQuery(), listUsers())])}>
      <Users ownId={person.id} />
    </HydrationBoundary>
  );
}
