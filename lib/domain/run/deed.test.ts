import { expect, test } from "vitest";
import { deedOf } from "#lib/domain/run/deed.ts";
import { byHand, type Move, record, skip, start } from "#lib/domain/testing/moves.ts";
import { instant, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const ready = startedRun(procedureOf({}));
const noted = { type: "note.add", text: "so far so good" } as const;
const begun = play(ready, start("1"));
const late = play(begun, ...[noted, noted, noted, noted]);
const begunAt = stepOf(begun, "1").attempts[0]?.at;
const onPaper = { who: "Jun, on paper", at: instant(6) };

test.each<[string, ReturnType<typeof play>, object]>([
  ["done in the console is told as it was there", play(ready, ...byHand("1")), { who: "Chie", begun: begunAt }],
  ["done on paper is told as it was there", play(late, record("1", instant(6))), { ...onPaper, begun: begunAt }],
  [
    "begun in the console after it was done on paper has no beginning",
    play(late, record("1", instant(2))),
    {
      ...{ ...onPaper, at: instant(2), begun: undefined },
    },
  ],
  [
    "decided on paper is told as it was there",
    play(play(ready, noted), { ...skip("1"), by: "Jun, on paper", happenedAt: instant(2) } as Move),
    { ...onPaper, at: instant(2), begun: undefined },
  ],
])("What was %s", (_, at, deed) => expect(deedOf(stepOf(at, "1"))).toMatchObject(deed));
