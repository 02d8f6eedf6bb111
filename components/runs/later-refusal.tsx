"use client";

import { runPart } from "#components/runs/run-part.ts";
import { isThere, useLater } from "#components/ui/later.ts";
import type { CommandSender } from "#lib/client/run/use-command.ts";

const refused = runPart("RunRefusal");

/** Why the last command was not done, with what can be done about it as soon as that part of the page is there. */
export function LaterRefusal({ sender }: { sender: CommandSender }) {
  const part = useLater(refused, sender.refusal !== null && "now");
  if (isThere(part)) return <part.Part sender={sender} />;
  return (
    <div role="alert" className="empty:hidden">
      {sender.refusal}
    </div>
  );
}
