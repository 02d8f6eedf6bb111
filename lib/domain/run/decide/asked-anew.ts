import type { Command, Report } from "#lib/domain/run/command.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Rejection } from "#lib/domain/run/rejection/rejection.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** Refuses a decision on what was asked for before, where it was asked for otherwise since: nobody says yes to what they have not read. */
export function askedAnew(run: Run, command: Command | Report): Rejection | undefined {
  if (!("askedAt" in command) || command.askedAt === undefined) return undefined;
  const state = stepState(run, command.step);
  const at = state?.status === "awaiting_approval" ? state.gate?.askedAt : undefined;
  if (at === undefined || Date.parse(command.askedAt) === Date.parse(at)) return undefined;
  return { code: "gate_asked_anew", step: command.step, at };
}
