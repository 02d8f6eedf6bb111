"use client";

import { OctagonAlert } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { StepLink } from "#components/runs/step-link.tsx";
import { Time } from "#components/shell/time.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import { switchbackAddress } from "#lib/client/run/run-name.ts";
import { noReturnSince } from "#lib/domain/run/no-return.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** In sight of everybody from the point of no return on: the run is not aborted any more. */
export function NoReturnBar() {
  const { procedure, run, person } = useRunDesk();
  const passed = noReturnSince(procedure, run);
  if (!passed) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-ink px-4 py-1.5 text-on-ink">
      <OctagonAlert aria-hidden className="size-4.5 flex-none" />
      <p className="min-w-0 flex-1">
        <Sentences>
          <Words
            of="{mark} since step {step}, {time}."
            with={{
              mark: <b>{t("Past the point of no return")}</b>,
              step: <StepLink step={passed.step}>{passed.step}</StepLink>,
              time: <Time at={passed.at} />,
            }}
          />
          {isOver(run.status)
            ? t("The way back is the switchback.")
            : t("Roll forward; the way back is the switchback.")}
        </Sentences>
      </p>
      {isOver(run.status) && person.role !== "auditor" && (
        <ButtonLink href={switchbackAddress(run.number)}>{t("Start the switchback")}</ButtonLink>
      )}
    </div>
  );
}
