import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Changes } from "#components/procedures/changes.tsx";
import { changesBetween } from "#lib/domain/procedure-diff.ts";
import { automated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

/** What the page says of both sides of the one change, as it is read: without tags, and blanks alike. */
function sidesOf(before: StepDraft, after: StepDraft): { before: string; after: string } {
  const between = [procedureOf(before), procedureOf(after)] as const;
  const markup = renderToStaticMarkup(createElement(Changes, { changes: changesBetween(...between), between }));
  const text = markup.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  const [, told = "", now = ""] = text.split(/ (?:Before|After) /);
  return { before: told.trim(), after: now.trim() };
}

const action = (change: object): StepDraft => ({
  kind: "automated",
  action: { ...automated.action, argv: ["/bin/copy", "/data", "old"], ...change },
});

test.each<[string, object, object]>([
  ["an argument is made of two", {}, { argv: ["/bin/copy", "/data old"] }],
  [
    "a variable comes from elsewhere",
    { env: { TOKEN: { secret: "main" } } },
    { env: { TOKEN: { credential: "main" } } },
  ],
])("Where %s, the page says two things of before and after", (_, old, now) => {
  const sides = sidesOf(action(old), action(now));
  expect(sides.before).not.toBe("");
  expect(sides.before).not.toBe(sides.after);
});

test("A timeout stands to the second, whatever else is told of the action", () => {
  const sides = sidesOf(action({ timeoutSeconds: 119 }), action({ timeoutSeconds: 60, onFailure: { goOn: true } }));
  expect(sides.before).toContain("timeoutSeconds&quot;: 119");
  expect(sides.after).toContain("timeoutSeconds&quot;: 60");
});
