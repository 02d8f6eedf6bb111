import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { Users } from "#components/users/users.tsx";
import { signingKeysQuery, usersQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import { whoMay } from "#lib/server/people/active.ts";
import { listUsers } from "#lib/server/people/users.ts";
import { listSigningKeys } from "#lib/server/record/signing-keys.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("Users") };
}

export default async function UsersPage() {
  const person = await signedIn();
  if (!can(person.role, "user.manage")) {
    return (
      <NotAllowed
        page={t("Users")}
        title={t("Only administrators see the users")}
        who={await whoMay("user.manage")}
        next={{ href: "/account", words: t("Your account") }}
      >
        {t("They add people, change roles and give new passwords. Your role is {role}: ask one of them.", {
          role: t(person.role),
        })}
      </NotAllowed>
    );
  }
  const seeds = await Promise.all([read(usersQuery(), listUsers()), read(signingKeysQuery(), listSigningKeys())]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <Users ownId={person.id} />
    </HydrationBoundary>
  );
}
