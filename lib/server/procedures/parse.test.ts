import { describe, expect, it } from "vitest";
import { type ProcedureIssue, parseProcedure } from "#lib/server/procedures/parse.ts";

const good = `format: switchover-procedure/1
key: small
title: Small
roles:
  - key: source
    title: Source
facts:
  - { key: up, label: Up, question: Is it up? }
phases:
  - title: Only
    steps:
      - number: "1"
        title: First
        kind: manual
        roles: [source]
      - number: "2"
        title: Second
        kind: automated
        roles: [source]
        condition: { all: [{ fact: up, is: "yes" }] }
        action: { argv: [{ site: second }] }
`;

const issues = (text: string, format?: "yaml" | "json") => {
  const parsed = parseProcedure(text, format);
  return parsed.ok ? [] : parsed.issues;
};

const changed = (from = "", to = "") => {
  expect(good).toContain(from);
  return good.replace(from, to);
};

const place = ({ path, line }: ProcedureIssue) => `${path}, line ${line}`;

describe("a good document", () => {
  it("is read, with what was left out filled in", () => {
    const parsed = parseProcedure(good);
    expect(parsed.ok && parsed.procedure.phases[0]?.steps[0]).toMatchObject({ inDrill: "simulate", subSteps: [] });
  });

  it("may be JSON, indented with tabs", () => {
    const parsed = parseProcedure(good);
    const json = JSON.stringify(parsed.ok && parsed.procedure, null, "\t");
    expect(parseProcedure(json, "json")).toEqual(parsed);
    expect(parseProcedure(json, "yaml")).toEqual(parsed);
  });

  it("may begin with a byte order mark", () => {
    expect(issues(`\uFEFF${good}`)).toEqual([]);
  });
});

describe("a field", () => {
  it.each([
    [
      "unknown",
      ["kind: manual", "kind: manual\n        colour: red"],
      "phases[0].steps[0].colour, line 15",
      /not a field/,
    ],
    ["of the wrong type", ["title: Small", "title: [Small]"], "title, line 3", /must be text, not a list/],
    ["a number in place of text", ['number: "1"', "number: 1"], "phases[0].steps[0].number, line 12", /in quotes, "1"/],
    [
      "not one of the words",
      ["kind: manual", "kind: robot"],
      "phases[0].steps[0].kind, line 14",
      /one of "manual", .*"robot"/,
    ],
    ["missing", ["key: small\n", ""], "key, line 1", /is missing; add it/],
    ["empty", ["title: Small", 'title: ""'], "title, line 3", /must not be empty/],
    ["too long", ["title: Small", `title: ${"x".repeat(301)}`], "title, line 3", /at most 300 characters/],
    ["of two lines", ["title: Small", 'title: "a\\nb"'], "title, line 3", /must be one line/],
    ["an empty list", ["roles: [source]", "roles: []"], "phases[0].steps[0].roles, line 15", /at least 1 item/],
    ["of another format", ["procedure/1", "procedure/2"], "format, line 1", /must be "switchover-procedure\/1"/],
    ["not whole", ["title: Small", "title: Small\nrtoSeconds: 1.5"], "rtoSeconds, line 4", /must be a whole number/],
  ])("%s is named with its line", (_, [from, to], where, message) => {
    expect(issues(changed(from, to)).map(place)).toEqual([where]);
    expect(issues(changed(from, to))[0]?.message).toMatch(message);
  });

  it.each([
    ["{ site: second }", "5", /must be text, { run: ... } or { site: ... }, not 5/],
    ["{ site: second }", "{}", /must be text, { run/],
    ["{ site: second }", "{ run: colour }", /must be one of "number", "mode", "type", "attempt"/],
    ["{ site: second }", "{ site: second, off: 1 }", /not a field that is known/],
  ])("argument %s as %s", (from, to, message) => {
    expect(issues(changed(from, to))).toEqual([
      {
        path: expect.stringMatching(/^phases\[0\]\.steps\[1\]\.action\.argv\[0\]/),
        line: 21,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it.each([["1.10"], ["0312345678"], ["007"], ["0x10"], ["1e3"], ["12.0"], ["12345678901234567890"], ["True"]])(
    "that should be text is advised as it is written: %s",
    (written) => {
      expect(issues(changed("title: Small", `title: ${written}`))).toMatchObject([
        { path: "title", message: `title: must be text; put it in quotes, "${written}".` },
      ]);
    },
  );

  it("that is none of the words is told as it is written, in a list too", () => {
    expect(issues(changed("kind: manual", "kind: 1.10"))[0]?.message).toMatch(/not 1\.10\./);
    expect(issues(changed("{ site: second }", "0312"))[0]?.message).toMatch(/not 0312\./);
  });

  it.each([
    ["    title: Source", "\u3000\u3000title: Source"],
    ["{ key: up,", "{ key： up,"],
  ])("whose colon or blank is in full width is told so: %s as %s", (from, to) => {
    const found = issues(changed(from, to)).map(({ message }) => message);
    expect(found).toContainEqual(expect.stringMatching(/colon and the blanks before it in half width/));
  });

  it("called __proto__ is refused like any other unknown one", () => {
    expect(issues(`${good}__proto__: { key: x }\n`)).toMatchObject([{ path: "__proto__", line: 22 }]);
  });
});

describe("a number", () => {
  it.each([
    ["0312345678", "312345678"],
    ["12345678901234567890", "12345678901234567000"],
  ])("that may be a number is refused where it would be another one: %s", (written, read) => {
    const body = (value: string) =>
      changed("{ argv: [{ site: second }] }", `{ way: http, service: a, body: { tel: ${value} } }`);
    expect(issues(body(written))).toEqual([
      { path: "", line: 21, message: expect.stringContaining(`the number ${read}. Put it in quotes, "${written}"`) },
    ]);
    expect(issues(body(`"${written}"`))).toEqual([]);
    expect(issues(body(read))).toEqual([]);
    expect(issues(body("1.10"))).toEqual([]);
  });
});

describe("a name that does not exist", () => {
  it.each([
    ["role", ["roles: [source]", "roles: [sauce]"], "phases[0].steps[0].roles[0], line 15", /no role "sauce"/],
    ["fact", ["fact: up", "fact: down"], "phases[0].steps[1].condition.all[0].fact, line 20", /no fact "down"/],
    [
      "step",
      ["kind: manual", 'kind: manual\n        dependsOn: ["9"]'],
      "phases[0].steps[0].dependsOn[0], line 15",
      /no step "9"/,
    ],
  ])("%s", (_, [from, to], where, message) => {
    expect(issues(changed(from, to)).map(place)).toEqual([where]);
    expect(issues(changed(from, to))[0]?.message).toMatch(message);
  });

  it("a circle names the steps in it", () => {
    const text = changed("kind: manual", 'kind: manual\n        dependsOn: ["2"]');
    expect(issues(text)).toContainEqual({
      path: "phases[0].steps[0].dependsOn",
      line: 15,
      message: expect.stringContaining("waits for itself"),
    });
  });
});

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

describe("a text that is not well-formed", () => {
  it.each([
    ["bad indentation", changed("    title: Source", "   title: Source"), 6, /not well-formed/],
    ["a bracket left open", changed("roles: [source]", "roles: [source"), 16, /not well-formed/],
    ["a field written twice", changed("title: Small", "title: Small\ntitle: Again"), 4, /twice/],
    ["two documents", `${good}---\n${good}`, 22, /more than one document/],
    ["a reference", changed("title: Small", "title: &t Small\ndescription: *t"), 4, /"\*t" are not allowed/],
    ["a tag", changed("title: Small", "title: !!str Small"), 3, /"!!str" are not allowed/],
    ["a tag of its own", changed("title: Small", "title: !run Small"), 3, /"!run" are not allowed/],
    ["a list as the name of a field", changed("title: Small", "title: Small\n? [a]\n: b"), 4, /must be a word/],
    ["half a character pair", changed("title: Small", 'title: "\\ud800"'), 3, /half of a character/],
    ["letters that could not be read", changed("title: Small", "title: \uFFFD\uFFFD"), 3, /save the file as UTF-8/],
    ["a tab", changed("    title: Source", "\ttitle: Source"), 6, /Use spaces/],
    ["text that is cut at #", changed("title: Small", "title: Valve #2 first"), 3, /left out, as a comment.*in quotes/],
    ["text of two lines cut at #", changed("title: Small", "title: Valve\n  number #2"), 4, /left out/],
    ["text that begins with #", changed("title: Small", "title: #2 first"), 3, /left out/],
    ["text in a list cut at #", changed("roles: [source]", "roles:\n          - source #2"), 16, /left out/],
    ["text in brackets cut at #", changed("roles: [source]", "roles: [source #2\n        ]"), 15, /left out/],
    ["a colon in the text", changed("title: Small", "title: Stop: the source"), 3, /text with a colon in quotes/],
    ["a colon in full width", changed("title: Small", "title： Small"), 3, /half width/],
    ["a blank in full width", changed("title: Small", "title:\u3000Small"), 3, /half width/],
    ["NUL", changed("title: Small", 'title: "\\0"'), 3, /NUL/],
  ])("%s is named with its line", (_, text, line, message) => {
    expect(issues(text)).toContainEqual({ path: "", line, message: expect.stringMatching(message) });
  });

  it.each([
    ["a comment", '{\n  "a": 1, # one\n  "b": 2\n}', 2],
    ["a comma too many", '{\n  "a": 1,\n}', 3],
    ["a bracket left open", '{\n  "a": [1\n}', 3],
  ])("JSON: %s", (_, text, line) => {
    expect(issues(text, "json")[0]).toMatchObject({ path: "", line });
  });

  it.each([
    ["nothing", ""],
    ["a word", "procedure"],
    ["a list", "- 1"],
  ])("%s is no procedure", (_, text) => {
    expect(issues(text)).toMatchObject([{ path: "", message: expect.stringMatching(/a group of fields/) }]);
  });
});

describe("what may be written", () => {
  it.each([
    ["a comment on a line of its own", changed("title: Small", "# a\ntitle: Small\n# b"), "Small"],
    ["a comment after a number", changed("title: Small", "title: Small\nrtoSeconds: 300 # five minutes"), "Small"],
    ["a comment after what is closed", changed("title: Small", "title: 'Small' # b"), "Small"],
    ["a comment after a name", changed("roles:", "roles: # who"), "Small"],
    ["a comment in brackets", changed("roles: [source]", "roles: [source, # b\n        ]"), "Small"],
    [
      "any letters as a name in what a request sends",
      changed("{ argv: [{ site: second }] }", "{ way: http, method: POST, service: a, body: { name：x: y } }"),
      "Small",
    ],
    ["# in quotes", changed("title: Small", 'title: "Valve #2"'), "Valve #2"],
    ["# within a word", changed("title: Small", "title: Valve#2"), "Valve#2"],
    ["a full-width colon in text", changed("title: Small", "title: 注意：\u3000停止"), "注意：\u3000停止"],
  ])("%s", (_, text, title) => {
    const parsed = parseProcedure(text);
    expect(parsed.ok ? parsed.procedure.title : parsed.issues).toEqual(title);
  });
});

describe("a text that would cost too much", () => {
  const laughs = ["a: &a0 [x, x]", ...Array.from({ length: 30 }, (_, i) => `b${i}: &a${i + 1} [*a${i}, *a${i}]`)];
  it.each([
    ["more than 1 MiB", "# ".repeat(524_289), /larger than 1 MiB/],
    ["a million open brackets", "[".repeat(1_000_000), /more than 24 deep/],
    ["half a million open lists", "- ".repeat(500_000), /more than 24 deep/],
    ["half a million open keys", "? ".repeat(500_000), /more than 24 deep/],
    ["braces in braces", "{a: ".repeat(200_000), /more than 24 deep/],
    ["indented too deep", Array.from({ length: 30 }, (_, i) => `${" ".repeat(i)}a:\n`).join(""), /more than 24 deep/],
    ["a hundred thousand values and more", `a: [${"1,".repeat(300_000)}]`, /too many values/],
    ["twelve thousand fields", lines(12_000, (i) => `a${i}: 1`), /is missing/],
    ["twelve thousand fields in braces", `{${lines(12_000, (i) => `a${i}: 1,`)}}`, /is missing/],
    ["references to references", laughs.join("\n"), /are not allowed/],
  ])("%s is refused at once", (_, text, message) => {
    const before = process.threadCpuUsage(); // the machine may be busy with something else
    expect(issues(text)[0]?.message).toMatch(message);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_500);
  });

  it("text that is only indented deep is not refused", () => {
    const block = Array.from({ length: 40 }, (_, i) => `  ${" ".repeat(i)}- {[`).join("\n");
    expect(issues(`${good}description: |2\n${block}\n`)).toEqual([]);
  });

  it("no more than 50 issues are told", () => {
    const unknown = Array.from({ length: 80 }, (_, i) => `x${i}: 1`).join("\n");
    expect(issues(`${good}${unknown}\n`)).toHaveLength(50);
  });
});
