import type { Metadata } from "next";
import { Help } from "#components/help/help.tsx";
import { signedIn } from "../signed-in.ts";

export const metadata: Metadata = { title: "Help" };

export default async function HelpPage() {
  await signedIn();
  return <Help />;
}
