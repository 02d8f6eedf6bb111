import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { SignedIn } from "#lib/contract/people.ts";
import { signInAddress } from "#lib/contract/return-path.ts";
import { currentPerson } from "#lib/server/session.ts";

/** Who looks at this page; whoever is not signed in goes to sign in first. Every page asks: layouts are not rendered anew. */
export async function signedIn(): Promise<SignedIn> {
  const person = await currentPerson();
  if (person) return person;
  const path = (await headers()).get("x-path");
  redirect(signInAddress(path ?? "/"));
}
