import { expect, test } from "vitest";
import { toldChange } from "#lib/client/procedures/told-change.ts";
import { changesBetween } from "#lib/domain/procedure-diff.ts";
import { automated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

/** What differs between two steps, as it is told of both sides. */
function told(before: StepDraft, after: StepDraft) {
  const both = [procedureOf(before), procedureOf(after)] as const;
  return changesBetween(...both).map((change) => asRead(toldChange(both, change)));
}

const kind = { kind: "automated" } as const;
const copy = (change: object) => ({ ...kind, action: { ...automated.action, ...change } });
const probe = (port: number) => ({ that: { look: "tcp" as const, host: "mail.example", port } });

test.each<[string, StepDraft, StepDraft, object]>([
  [
    "a condition",
    { condition: when("firewalls", "yes") },
    { condition: when("source_up", "no") },
    {
      before: [{ words: "Performed when firewalls included is yes" }],
      after: [{ words: "Performed when source operating is no" }],
    },
  ],
  [
    "a condition that is new",
    {},
    { condition: when("firewalls", "yes") },
    { before: [], after: [{ words: "Performed when firewalls included is yes" }] },
  ],
  [
    "a command",
    { ...kind, ...automated },
    copy({ argv: ["/bin/move", { site: "folder" }], timeoutSeconds: 120, onFailure: { goOn: true } }),
    {
      before: [
        { label: "Will run at", words: "destination, timeout 1 min" },
        { label: "Command", parts: ["/bin/copy", { site: "folder" }] },
        { label: "On failure", words: "it stops here and a person decides" },
      ],
      after: [
        { label: "Will run at", words: "destination, timeout 2 min" },
        { label: "Command", parts: ["/bin/move", { site: "folder" }] },
        { label: "On failure", words: "the run continues with a warning" },
      ],
    },
  ],
  [
    "what must be true before",
    { precheck: probe(25) },
    { precheck: probe(465) },
    {
      before: [{ parts: ["accepts connections:", "mail.example", "25"] }],
      after: [{ parts: ["accepts connections:", "mail.example", "465"] }],
    },
  ],
  [
    "what must be true afterwards",
    { expected: { confirm: "It is up." } },
    { expected: { probe: probe(25) } },
    {
      before: [{ words: "A person confirms: It is up." }],
      after: [{ parts: ["accepts connections:", "mail.example", "25"] }],
    },
  ],
  [
    "what it does in a drill",
    { inDrill: "skip" },
    { inDrill: "run" },
    { before: [{ words: "in a drill left out" }], after: [{ words: "in a drill acts for real" }] },
  ],
])("A change is told as the card tells %s", (_, before, after, words) =>
  expect(told(before, after)).toEqual([expect.objectContaining(words)]),
);

test.each<[string, boolean, StepDraft, StepDraft]>([
  ["a condition", true, {}, { condition: when("firewalls", "yes") }],
  ["a command", false, { ...kind, ...automated }, copy({ argv: ["/bin/move"] })],
  ["a command over ssh", false, copy({ way: "ssh" }), copy({ way: "ssh", host: "array" })],
  ["a command on the worker's machine", false, copy({}), copy({ way: "process", argv: ["/bin/move"] })],
  ["a sentence to confirm", true, { expected: { confirm: "Up." } }, { expected: { confirm: "Down." } }],
  ["what a worker looks at afterwards", false, { expected: { confirm: "Up." } }, { expected: { probe: probe(25) } }],
  ["what is looked at before", false, { precheck: probe(25) }, { precheck: probe(465) }],
])("Of %s it is known whether that is all: %s", (_, whole, before, after) => {
  expect(told(before, after).map((one) => one?.whole)).toEqual([whole]);
});

const request = (path: string, now: boolean): StepDraft => ({
  ...kind,
  action: { way: "http", service: "main", path: [path], body: { now } },
});

test("What the card has no words for, or leaves out, is shown as it is written", () => {
  expect(told({ title: "Stop" }, { title: "Halt" })).toEqual([null]);
  expect(told(request("stop", true), request("stop", false))).toEqual([null]);
  expect(told(request("stop", true), request("halt", false))).toEqual([
    expect.objectContaining({
      before: expect.arrayContaining([{ label: "Request", parts: ["POST", "main", "stop"] }]),
      after: expect.arrayContaining([{ label: "Request", parts: ["POST", "main", "halt"] }]),
      whole: false,
    }),
  ]);
  const [one, two] = [procedureOf({}), procedureOf({}, {})];
  expect(changesBetween(one, two).map((change) => toldChange([one, two], change))).toEqual([null]);
  const other = { ...one, description: "Another" };
  expect(changesBetween(one, other).map((change) => toldChange([one, other], change))).toEqual([null]);
});
