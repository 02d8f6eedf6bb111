import type { Who } from "#lib/domain/instant.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import type { Review, SignOff } from "#lib/domain/run/review.ts";

export type ReviewEvent = Extract<RunEvent, { type: `finding.${string}` | `report.${string}` }>;

/** Folds what was found and signed. Somebody who signs again in the same capacity signs anew. */
export function evolveReview(review: Review, { seq, at }: LoggedEvent, by: Who, event: ReviewEvent): Review {
  switch (event.type) {
    case "finding.added": {
      const { finding: id, text, owner, dueOn } = event;
      const added = { id, text, owner, ...(dueOn !== undefined && { dueOn }), by, at };
      return { ...review, findings: [...review.findings, added] };
    }
    case "finding.closed": {
      const closed = { how: event.how, by, at };
      return {
        ...review,
        findings: review.findings.map((one) => (one.id === event.finding ? { ...one, closed } : one)),
      };
    }
    case "report.stated":
      return { ...review, stated: { ...review.stated, ...event.stated } };
    case "report.signed_off": {
      const others = review.signOffs.filter((one: SignOff) => one.by.id !== by.id || one.as !== event.as);
      return { ...review, signOffs: [...others, { by, at, as: event.as, seq }] };
    }
  }
}
