"use client";

import type { FormEvent, ReactNode } from "react";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { Button } from "#components/ui/button.tsx";
import { useCommand } from "#lib/client/run/use-command.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { t } from "#lib/words/t.ts";

export type Shared = { runId: string; onDone: () => void };

type SendFormProps = Shared & {
  title: string;
  send: string;
  /** The command, or what is still missing for it. */
  command: Command | string;
  /** There is nothing to be sent: only why the last one was refused is still told. */
  needless?: boolean;
  onSent: () => void;
  children: ReactNode;
  /** What comes by itself, where it moves nothing that is typed in or pressed. */
  end?: ReactNode;
};

/** One press, one command; what was typed stays until the server has accepted it. */
export function SendForm(props: SendFormProps) {
  const { runId, title, send, command, needless = false, onSent, onDone, children, end } = props;
  const sender = useCommand(runId, {
    onDone: () => {
      onSent();
      onDone();
    },
  });
  const missing = typeof command === "string" ? command : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typeof command === "string" || sender.pending) return;
    // Also where somebody else was first: what they did is what it was refused for.
    if (!(await sender.send(command))) onDone();
  };
  if (needless && sender.refusal === null) return null;
  return (
    <form className="grid content-start gap-3" aria-label={title} onSubmit={(event) => void submit(event)}>
      <h3 className="font-semibold">{title}</h3>
      {children}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" blocked={missing} pending={sender.pending !== null && t("Sending…")}>
          {send}
        </Button>
      </div>
      {end}
      <CommandRefusal sender={sender} />
    </form>
  );
}
