import { describe, expect, it } from "vitest";
import { answersFor, lastHeardOf } from "#lib/client/sites/site-workers.ts";
import type { Worker } from "#lib/contract/workers.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";

const TOKYO = "00000000-0000-4000-9000-000000000001";
const OSAKA = "00000000-0000-4000-9000-000000000002";

const worker = (name: string, more: Partial<Worker> = {}): Worker => ({
  id: name,
  name,
  host: "h",
  version: "1",
  format: WORK_FORMAT,
  sites: null,
  lastSeenAt: "2026-03-01T03:00:00.000Z",
  live: true,
  ...more,
});

describe("who answers for a site", () => {
  it.each<[string, Partial<Worker>, boolean]>([
    ["a worker that is bound to none", {}, true],
    ["one that is bound to it", { sites: [OSAKA, TOKYO] }, true],
    ["one that is bound to another", { sites: [OSAKA] }, false],
    ["one that has fallen silent", { live: false }, false],
    ["one from before, which would misread the work", { format: WORK_FORMAT - 1 }, false],
    ["a newer one", { format: WORK_FORMAT + 1 }, true],
  ])("%s", (_, more, answers) => {
    expect(answersFor([worker("w", more)], TOKYO).map(({ name }) => name)).toEqual(answers ? ["w"] : []);
  });

  it("tells the last that was heard of, also when it is silent now", () => {
    const early = worker("early", { lastSeenAt: "2026-03-01T02:00:00.000Z" });
    const late = worker("late", { live: false });
    expect(lastHeardOf([early, late, worker("elsewhere", { sites: [OSAKA] })], TOKYO)?.name).toBe("late");
  });
});
