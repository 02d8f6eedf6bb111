import { describe, expect, it } from "vitest";
import { announcement } from "#lib/client/events/announcement.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const procedure = procedureOf({ title: "Tell the users" }, { title: "Close the lines" });
const jun = { kind: "person", id: "jun", name: "Jun Kato", role: "operator" } as const;
const at = new Date(Date.UTC(2025, 10, 21)).toISOString();

const logged = (...events: RunEvent[]): LoggedEvent[] =>
  events.map((event, place) => ({ seq: place + 1, at, actor: jun, event }));

const ready = { type: "step.readied", step: "2" } as const;
const completed = { type: "step.completed", step: "1", note: undefined, outputs: undefined } as const;
const tick = { type: "sub_step.ticked", step: "1", subStep: "1.1" } as const;
const note = { type: "note.added", text: "The bridge is open" } as const;

describe("what a screen reader is told", () => {
  it.each<[string, RunEvent[], string]>([
    ["the step by number and title", [completed], "Jun Kato completed step 1 (Tell the users)."],
    [
      "a few events one after the other",
      [completed, ready],
      "Jun Kato completed step 1 (Tell the users). Step 2 is ready (Close the lines).",
    ],
    ["what somebody wrote", [note], "Jun Kato wrote: The bridge is open."],
    [
      "many at once in short, with the last of them",
      [tick, tick, tick, completed, ready],
      "5 changes, steps 1 and 2. Step 2 is ready (Close the lines).",
    ],
    [
      "trouble among many",
      [tick, { type: "step.failed", step: "1", reason: "no answer" }, tick, tick, tick],
      "5 changes, step 1. Jun Kato reported step 1 failed: no answer (Tell the users).",
    ],
    [
      "a note to oneself among many",
      [{ ...note, mentions: [{ id: "mei", name: "Mei Mori" }] }, tick, tick, tick],
      "4 changes, step 1. Jun Kato wrote: to Mei Mori: The bridge is open.",
    ],
    [
      "of a note to somebody else among many nothing but that something happened",
      [{ ...note, mentions: [{ id: "ren", name: "Ren Okada" }] }, tick, tick, tick],
      "4 changes, step 1. Jun Kato ticked 1.1 (Tell the users).",
    ],
    ["nothing of nothing", [], ""],
  ])("%s", (_, events, words) => {
    expect(announcement(logged(...events), procedure, "mei")).toBe(words);
  });
});
