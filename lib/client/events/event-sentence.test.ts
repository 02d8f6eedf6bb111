import { afterEach, describe, expect, it } from "vitest";
import { eventSentence, spoken } from "#lib/client/events/event-sentence.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { byHand, release, start, tick } from "#lib/domain/testing/moves.ts";
import { chie, olga, play, startedRun, worker } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { japaneseReader } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

const procedure = procedureOf({}, { kind: "hold_point" }, { kind: "approval" });
const logged = (event: RunEvent, actor: LoggedEvent["actor"] = olga): LoggedEvent => ({
  seq: 2,
  at: "2026-01-01T00:00:00.000Z",
  actor,
  event,
});
const output = { lines: 3, bytes: 80, truncated: false, sha256: "0".repeat(64) };
const command = { argv: ["/bin/copy"], timeoutSeconds: 60 };
const started = { type: "step.started", step: "1", attempt: 1, role: "destination", site: "Osaka" } as const;

const sentences: [string, RunEvent, LoggedEvent["actor"]?][] = [
  ["Olga started the run", { type: "run.started" }],
  ["Olga declared and started the run", { type: "run.started", declaredAt: "2026-01-01T00:00:00.000Z" }],
  ["Olga paused the run: lunch", { type: "run.paused", reason: "lunch" }],
  ["Olga resumed the run", { type: "run.resumed" }],
  ["Olga aborted the run: too late", { type: "run.aborted", reason: "too late" }],
  ["Olga declared the run failed: too late", { type: "run.failed", reason: "too late" }],
  ["Run completed", { type: "run.completed", exceptions: [] }],
  ["Run completed with exceptions: step 4", { type: "run.completed", exceptions: ["4"] }],
  ["Run completed with exceptions: steps 4, 5 and 7", { type: "run.completed", exceptions: ["4", "5", "7"] }],
  [
    "Chie took command from Olga: she sleeps",
    { type: "command.taken", from: olga, to: chie, reason: "she sleeps" },
    chie,
  ],
  [
    "Olga answered “source operating”: no, before unknown",
    { type: "fact.answered", fact: "source_up", answer: "no", before: "unknown" },
  ],
  ["Step 1 is ready", { type: "step.readied", step: "1" }],
  ["Step 1 is held back", { type: "step.withheld", step: "1" }],
  ["Step 2 is held until it is released", { type: "step.approval_requested", step: "2" }],
  ["Go asked for step 3", { type: "step.approval_requested", step: "3" }],
  ["Olga asked a worker to run step 1 at Osaka", { ...started, conduct: "command", command }],
  ["Olga started step 1 by hand at Osaka, attempt 2", { ...started, conduct: "hand", attempt: 2 }],
  ["Olga started step 1, SIMULATED at Osaka", { ...started, conduct: "simulated" }],
  [
    "Olga asked a worker to run step 1 at Osaka, attempt 2: looked at it",
    { ...started, conduct: "command", attempt: 2, reason: "looked at it" },
  ],
  [
    "Olga asked a worker to run step 1 at Osaka: the array is dark",
    { ...started, conduct: "command", why: "the array is dark" },
  ],
  ["Olga asked to cancel step 1", { type: "step.cancel_requested", step: "1" }],
  ["Olga asked to cancel step 1: wrong site", { type: "step.cancel_requested", step: "1", reason: "wrong site" }],
  [
    "Olga canceled step 1: “wrong site” The command was not run.",
    { type: "step.canceled", step: "1", reason: "The command was not run.", why: "wrong site" },
  ],
  ["worker-1 began the command of step 1, attempt 1", { type: "attempt.started", step: "1", attempt: 1 }, worker],
  [
    "worker-1 ended the command of step 1, attempt 1: exit code 2",
    { type: "attempt.finished", step: "1", attempt: 1, result: { kind: "exited", code: 2 }, durationMs: 5, output },
    worker,
  ],
  ["worker-1 reported step 1 failed: exit code 2", { type: "step.failed", step: "1", reason: "exit code 2" }, worker],
  [
    "worker-1 reported the outcome of step 1 unknown: lost",
    { type: "step.interrupted", step: "1", reason: "lost" },
    worker,
  ],
  ["The result of step 1 has to be confirmed", { type: "step.confirmation_requested", step: "1" }],
  ["Olga completed step 1", { type: "step.completed", step: "1" }],
  ["Olga completed step 1: all well", { type: "step.completed", step: "1", note: "all well" }],
  ["Olga skipped step 1: not today", { type: "step.skipped", step: "1", reason: "not today" }],
  [
    "Olga overrode step 1: by hand. Evidence: ticket 7",
    { type: "step.overridden", step: "1", reason: "by hand", evidence: "ticket 7" },
  ],
  ["Olga reopened step 1: a mistake", { type: "step.reopened", step: "1", reason: "a mistake" }],
  ["Olga gave go for step 3", { type: "step.approved", step: "3" }],
  ["Olga gave no go for step 3: too early", { type: "step.rejected", step: "3", reason: "too early" }],
  ["Olga released step 2", { type: "step.released", step: "2" }],
  ["Olga ticked 1.1", { type: "sub_step.ticked", step: "1", subStep: "1.1" }],
  ["Olga took back the tick of 1.1", { type: "sub_step.unticked", step: "1", subStep: "1.1" }],
  ["Olga added 1.2: one more", { type: "sub_step.added", step: "1", subStep: "1.2", title: "one more" }],
  ["Olga wrote: Ren is on the bridge.", { type: "note.added", text: "Ren is on the bridge." }],
  ["Olga wrote: to Chie: look at this", { type: "note.added", text: "look at this", mentions: [whoIs(chie)] }],
  ["Olga wrote about step 1: half done", { type: "note.added", text: "half done", step: "1" }],
];

describe("an event in a sentence", () => {
  it.each(sentences)("%s", (expected, event, actor) => {
    expect(spoken(logged(event, actor), procedure)).toBe(expected);
  });

  it("says what somebody wrote apart from what happened", () => {
    const note = eventSentence(logged({ type: "note.added", text: "half done", step: "1" }), procedure);
    expect(note).toEqual({ who: "Olga", words: "half done", said: true, step: "1" });
  });

  it("is there for every event that a run writes", () => {
    const withLine = procedureOf({ subSteps: [{ number: "1.1", title: "A line" }] }, { kind: "hold_point" });
    const { log } = play(startedRun(withLine), start("1"), tick("1.1"), ...byHand("1").slice(1), release("2"));
    expect(log.map((each) => spoken(each, withLine))).not.toContain("");
  });
});

describe("an event with a time in its sentence", () => {
  afterEach(() => zoneFrom(() => UTC));

  it("tells it in the reader's zone beside UTC", () => {
    zoneFrom(() => "Asia/Tokyo");
    const again = { type: "step.retry_scheduled", step: "1", attempt: 2, at: "2026-01-01T00:00:30.000Z" } as const;
    expect(spoken(logged(again), procedure)).toBe("Step 1 is tried again by itself at 09:00:30 JST (00:00:30 UTC)");
  });
});

describe("an event in a Japanese sentence", () => {
  afterEach(() => readFrom(() => ({ locale: "en" })));

  it.each<[string, RunEvent, LoggedEvent["actor"]?]>([
    ["Olga: ステップ 1 を完了: all well", { type: "step.completed", step: "1", note: "all well" }],
    ["Olga: Osaka でステップ 1 を手作業で開始 (試行 2)", { ...started, conduct: "hand", attempt: 2 }],
    ["切替実行が例外ありで完了: ステップ 4、5、7", { type: "run.completed", exceptions: ["4", "5", "7"] }],
    ["ステップ 1 について Olga のメモ: half done", { type: "note.added", text: "half done", step: "1" }],
    [
      "Olga: ステップ 1 の失敗を報告: the run was aborted",
      { type: "step.failed", step: "1", reason: "the run was aborted" },
    ],
    [
      "worker-1: ステップ 1 の失敗を報告: コマンドは終了コード 3 で終わりました。",
      { type: "step.failed", step: "1", reason: "The command ended with exit code 3." },
      worker,
    ],
  ])("%s", (expected, event, actor) => {
    readFrom(() => japaneseReader);
    expect(spoken(logged(event, actor), procedure)).toBe(expected);
  });
});
