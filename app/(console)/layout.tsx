import type { ReactNode } from "react";
import { AppFrame } from "#components/shell/app-frame.tsx";
import { signedIn } from "./signed-in.ts";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  return <AppFrame person={await signedIn()}>{children}</AppFrame>;
}
