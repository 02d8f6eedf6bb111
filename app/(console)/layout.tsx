import type { ReactNode } from "react";
import { AppFrame } from "#components/shell/app-frame.tsx";
import type { Person } from "#components/shell/destinations.tsx";

/** The one place that learns who is signed in: becomes `currentPerson()` of lib/server/session.ts. */
async function signedIn(): Promise<Person | null> {
  return null;
}

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  return <AppFrame person={await signedIn()}>{children}</AppFrame>;
}
