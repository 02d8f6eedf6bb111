import { Bell, BookOpen, CircleQuestionMark, History, LayoutDashboard, Server, Users } from "lucide-react";
import type { ReactNode } from "react";
import type { Role } from "#lib/domain/roles.ts";
import type { PlainSentence } from "#lib/words/t.ts";

export type Person = { id: string; name: string; role: Role };

type Destination = {
  href: string;
  word: PlainSentence;
  icon: ReactNode;
  /** Addresses that belong to it as well. */
  also?: string;
};

const everyone: readonly Destination[] = [
  { href: "/", word: "Overview", icon: <LayoutDashboard aria-hidden />, also: "/runs" },
  { href: "/history", word: "History", icon: <History aria-hidden /> },
  { href: "/procedures", word: "Procedures", icon: <BookOpen aria-hidden />, also: "/drafts" },
  { href: "/sites", word: "Sites", icon: <Server aria-hidden /> },
];

const users: Destination = { href: "/users", word: "Users", icon: <Users aria-hidden /> };
const help: Destination = { href: "/help", word: "Help", icon: <CircleQuestionMark aria-hidden /> };

const messages: Destination = { href: "/messages", word: "Messages", icon: <Bell aria-hidden /> };

export function destinationsFor(person: Person | null): readonly Destination[] {
  return person?.role === "administrator" ? [...everyone, users, messages, help] : [...everyone, help];
}

/** `page` on the page itself, `true` further inside, nothing elsewhere. */
export function currentAt(path: string, { href, also }: Destination): "page" | "true" | undefined {
  if (path === href) return "page";
  const inside = [href === "/" ? null : href, also].some(
    (start) => start && (path === start || path.startsWith(`${start}/`)),
  );
  return inside ? "true" : undefined;
}
