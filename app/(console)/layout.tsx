import type { ReactNode } from "react";
import { WaitingBadge, WaitingWatch } from "#components/overview/waiting-badge.tsx";
import { AppFrame } from "#components/shell/app-frame.tsx";
import { rightsOf } from "#lib/server/rights.ts";
import { signedIn } from "./signed-in.ts";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const person = await signedIn();
  return (
    <AppFrame person={person} rights={rightsOf(person)} badge={<WaitingBadge person={person} />}>
      <WaitingWatch person={person} />
      {children}
    </AppFrame>
  );
}
