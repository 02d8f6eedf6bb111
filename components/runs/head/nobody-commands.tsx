"use client";

import { UserX } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { isCommanded, nameIn } from "#lib/domain/run/able.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Whoever commanded the run cannot any more: somebody who can takes command. */
export function NobodyCommands() {
  const { run, readOnly, ask } = useRunDesk();
  const { primary } = useRunOffers();
  if (isOver(run.status) || isCommanded(run)) return null;
  const take = primary?.command.type === "command.take" && primary.blocked === null ? primary : undefined;
  return (
    <Alert
      shape="band"
      tone="wait"
      live="assertive"
      icon={<UserX aria-hidden />}
      title={t("Nobody commands this run.")}
      action={
        take && (
          <Button blocked={readOnly} onClick={() => ask(take, null)}>
            {take.label}
          </Button>
        )
      }
    >
      {t("{person} commanded it. Whoever takes command decides what waits.", {
        person: nameIn(run, run.commander, "run.command"),
      })}
    </Alert>
  );
}
