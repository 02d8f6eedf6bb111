"use client";

import type { ComponentProps } from "react";
import { Elapsed } from "#components/shell/duration.tsx";
import { resumeWords } from "#lib/client/run/need-words.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Run } from "#lib/domain/run/state.ts";

type ResumeWaitProps = {
  run: Pick<Run, "commander" | "people" | "stopped">;
  person: Pick<Person, "id">;
  /** As what waits beside it is told. */
  look?: ComponentProps<typeof Elapsed>["look"];
};

/** How long a paused run has waited, for whom and what for. */
export function ResumeWait({ run, person, look }: ResumeWaitProps) {
  return (
    <>
      {run.stopped && (
        <b className="whitespace-nowrap text-wait">
          <Elapsed since={run.stopped.at} look={look} />
        </b>
      )}{" "}
      {resumeWords(run, person)}
    </>
  );
}
