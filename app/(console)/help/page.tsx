import type { Metadata } from "next";
import { Help } from "#components/help/help.tsx";
import type { SearchParams } from "#lib/client/history/history-address.ts";
import { t } from "#lib/words/t.ts";
import { signedIn } from "../signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("Help") };
}

export default async function HelpPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await signedIn();
  const { find } = await searchParams;
  const text = typeof find === "string" ? find.slice(0, 200) : "";
  return <Help key={text} find={text} />;
}
