import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { LockedRun } from "#components/runs/locked-run.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { CommandSender } from "#lib/client/run/use-command.ts";

/** Why what was pressed was not done. That another run holds it back says nothing any more once it has started. */
export function RunRefusal({ sender }: { sender: CommandSender }) {
  const { run } = useRunDesk();
  if (sender.rejection !== "run_locked") return <CommandRefusal sender={sender} />;
  return run.status === "draft" && <LockedRun sender={sender} />;
}
