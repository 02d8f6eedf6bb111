"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { OutputTail } from "#components/runs/output-tail.tsx";
import { BasisTag } from "#components/runs/remarks.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepPartProps } from "#components/runs/step-body.tsx";
import { Time } from "#components/shell/time.tsx";
import { CommandLine } from "#components/ui/command-line.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { siteName } from "#lib/client/run-places.ts";
import { endWords } from "#lib/client/run-words.ts";
import { type Resolution, resolve } from "#lib/domain/action.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { type Attempt, lastAttempt } from "#lib/domain/run/state.ts";

/** While it is in one of these, what counts is the command that was sent, not the one that could be. */
const sent: ReadonlySet<ShownState> = new Set([
  "in_progress",
  "canceling",
  "completed",
  "awaiting_confirmation",
  "interrupted",
]);

/** What the machine will run, runs, or has run: shown in full before anything is pressed. */
export function MachineBand({ step, state, shown, role }: StepPartProps & { role: string }) {
  const { run } = useRunDesk();
  if (!step.action || shown === "not_applicable" || shown === "skipped") return null;
  const attempt = lastAttempt(state);
  if (attempt && sent.has(shown) && attempt.conduct !== "hand") {
    return <SentCommand attempt={attempt} step={step.number} shown={shown} />;
  }
  if (attempt && sent.has(shown)) return null;
  const resolution = resolve(step.action, run, role, state.attempts.length + 1);
  const simulated = run.mode === "drill" && step.inDrill === "simulate";
  return (
    <Band>
      {simulated && (
        <Row label="In drill">
          <b className="text-drill">Simulate: the command is shown and recorded, nothing is sent</b>
        </Row>
      )}
      <Row label={simulated ? "Would run at" : "Will run at"}>
        {siteName(run, role)}, timeout {formatDuration(step.action.timeoutSeconds * 1_000)}, attempt{" "}
        {state.attempts.length + 1}
      </Row>
      <Row
        label={
          <>
            Command <BasisTag step={step} field="action" />
          </>
        }
      >
        <Resolved resolution={resolution} />
      </Row>
      {step.action.confirm && <Row label="Afterwards">A person confirms: {step.action.confirm}</Row>}
    </Band>
  );
}

function Band({ children }: { children: ReactNode }) {
  return (
    <div className="border-t border-line bg-sunken py-2 pr-4 pl-22 max-md:px-4" data-band="machine">
      <Rows>{children}</Rows>
    </div>
  );
}

function Resolved({ resolution }: { resolution: Resolution }) {
  if (resolution.ok) return <CommandLine args={resolution.command.argv} />;
  return (
    <span className="grid gap-0.5">
      {resolution.missing.map(({ site, parameter }) => (
        <span key={`${site} ${parameter}`} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 flex-none text-fg-2" />
          <span>
            Cannot be run: {site} does not say <code className="font-mono text-[0.78125rem]">{parameter}</code>. Do the
            step by hand.
          </span>
        </span>
      ))}
    </span>
  );
}

function SentCommand({ attempt, step, shown }: { attempt: Attempt; step: string; shown: ShownState }) {
  const { run } = useRunDesk();
  const { command, begun, ended } = attempt;
  const running = shown === "in_progress" || shown === "canceling";
  return (
    <Band>
      <Row
        label={
          attempt.conduct === "simulated" ? "Simulated at" : running ? (begun ? "Running" : "Queued") : "Was run at"
        }
      >
        {siteName(run, attempt.role)}
        {begun && `, by ${begun.worker}`}
        {command && `, timeout ${formatDuration(command.timeoutSeconds * 1_000)}`}, attempt {attempt.number}, started by{" "}
        {attempt.by.name} at <Time at={attempt.at} precision="second" />
        {running && !begun && attempt.conduct === "command" && ". No worker has begun it yet."}
      </Row>
      {command && (
        <Row label="Command">
          <CommandLine args={command.argv} />
        </Row>
      )}
      {attempt.conduct === "simulated" && (
        <Row label="In drill">
          <b className="text-drill">Nothing was sent</b>
        </Row>
      )}
      {ended?.result && (
        <Row label="Ended">
          {endWords(ended.result)}
          {ended.durationMs !== undefined && ` after ${formatDuration(ended.durationMs)}`}
        </Row>
      )}
      {running && begun && <OutputTail step={step} attempt={attempt.number} />}
    </Band>
  );
}
