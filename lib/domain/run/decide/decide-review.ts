import { outline } from "#lib/domain/outline.ts";
import type { Command } from "#lib/domain/run/command.ts";
import type { Ruling, Situation } from "#lib/domain/run/decide/ruling.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

export type ReviewCommand = Extract<Command, { type: `finding.${string}` | `report.${string}` }>;

/** The one thing besides notes and evidence that a run which is over still takes. */
export function decideReview({ procedure, run, spoilt }: Situation, command: ReviewCommand): Ruling {
  switch (command.type) {
    case "finding.add": {
      const { finding, text, owner, dueOn } = command;
      if (run.review.findings.some(({ id }) => id === finding)) return { code: "finding_added_already" };
      if (run.review.findings.length >= MOST_FINDINGS) return { code: "too_many_findings", most: MOST_FINDINGS };
      return [{ type: "finding.added", finding, text, owner, ...(dueOn !== undefined && { dueOn }) }];
    }
    case "finding.close": {
      const known = run.review.findings.find(({ id }) => id === command.finding);
      if (!known) return { code: "finding_not_found" };
      if (known.closed) return { code: "finding_closed_already", by: known.closed.by, at: known.closed.at };
      return [{ type: "finding.closed", finding: command.finding, how: command.how }];
    }
    case "report.state": {
      const { from, to } = command.stated.interruption ?? {};
      const { byNumber } = outline(procedure);
      const unknown = [from, to].find((step) => step !== undefined && !byNumber.has(step));
      if (unknown !== undefined) return { code: "step_not_found", step: unknown };
      return [{ type: "report.stated", stated: command.stated }];
    }
    case "report.sign_off": {
      if (!isOver(run.status)) return { code: "run_not_over" };
      if (spoilt) return { code: "record_spoilt" };
      const unread = run.seq - (command.seen ?? run.seq);
      return unread > 0 ? { code: "report_went_on", events: unread } : [{ type: "report.signed_off", as: command.as }];
    }
  }
}

/** Every command on the run reads them all. */
const MOST_FINDINGS = 100;
