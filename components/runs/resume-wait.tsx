"use client";

import { Elapsed } from "#components/shell/duration.tsx";
import { resumeWords } from "#lib/client/run/need-words.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Run } from "#lib/domain/run/state.ts";

type ResumeWaitProps = { run: Pick<Run, "commander" | "stopped">; person: Pick<Person, "id"> };

/** How long a paused run has waited, for whom and what for. */
export function ResumeWait({ run, person }: ResumeWaitProps) {
  return (
    <>
      {run.stopped && (
        <b className="whitespace-nowrap text-wait">
          <Elapsed since={run.stopped.at} look="minutes" />
        </b>
      )}{" "}
      {resumeWords(run, person)}
    </>
  );
}
