import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Answer } from "#lib/domain/condition.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { checkProcedure } from "#lib/domain/procedure-check.ts";
import { standing } from "#lib/domain/run/standing.ts";
import { parseProcedure } from "#lib/server/procedures/parse.ts";

const parsed = parseProcedure(readFileSync("procedures/disaster-recovery-switchover.yaml", "utf8"));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const { procedure } = parsed;
const { steps, byNumber, predecessors } = outline(procedure);
const step = (number: string): Step => byNumber.get(number) ?? expect.fail(`There is no step ${number}`);

type Row = { number: string; site: string | undefined; item: string; remark: string | undefined };

/** The published table has one cell on each line; empty cells and repeated merged ones are not there. */
function rowsOf(table: string): Row[] {
  const lines = table.split("\n").slice(4);
  const starts = lines.flatMap((line, i) => (/^\d+$/.test(line) ? [i] : []));
  return starts.map((start, i) => {
    const [number = "", ...cells] = lines.slice(start, starts[i + 1]);
    const isItem = (cell: string) => / \[[^\]]+\]$/.test(cell) || cells.length === 1;
    const at = cells.findIndex(isItem);
    return { number, site: cells[at - 1], item: cells[at] ?? "", remark: cells[at + 1] };
  });
}

const rows = rowsOf(readFileSync("procedures/disaster-recovery-switchover.table.txt", "utf8"));
const row = (number: string): Row => rows.find((one) => one.number === number) ?? expect.fail(`No row ${number}`);

const titles = new Map(procedure.roles.map(({ key, title }) => [key, title.toLowerCase()]));
const siteWords = (roles: string[]) => roles.map((role) => titles.get(role)).join(" or the ");
const withoutArticles = (words: string) => words.toLowerCase().replace(/\bthe /g, "");
const provenance = (number: string, field: string) => step(number).provenance.find((one) => one.field === field);

const applies = (facts: Record<string, Answer>) =>
  Map.groupBy(steps, (one) => standing({ mode: "live", facts }, one).applicability);
const numbers = (found: Step[] | undefined) => (found ?? []).map((one) => one.number).join(" ");

const preset = (key: string) => procedure.presets.find((one) => one.key === key) ?? expect.fail(`No preset ${key}`);
const everything = Object.fromEntries(procedure.facts.map(({ key }): [string, Answer] => [key, "yes"]));

describe("the table", () => {
  it("has 17 rows, numbered in order", () => {
    expect(rows.map((one) => one.number)).toEqual(Array.from({ length: 17 }, (_, i) => String(i + 1)));
    expect(steps.map((one) => one.number)).toEqual(rows.map((one) => one.number));
  });

  it.each(rows)("row $number is step $number, word for word", ({ number, item, site, remark }) => {
    const [, title = item, bracket] = /^(.*?) \[(.+)\]$/.exec(item) ?? [];
    expect(step(number).title).toBe(title);
    if (bracket) expect(withoutArticles(siteWords(step(number).roles))).toBe(withoutArticles(bracket));
    if (site) expect(siteWords(step(number).roles)).toBe(site.toLowerCase());
    if (remark) expect(step(number).remarks).toBe(remark);
    else expect(step(number).remarks === undefined || provenance(number, "remarks") !== undefined).toBe(true);
  });
});

describe("the traps of the table", () => {
  it("5 is at the destination, although the last site written above it is that of 4", () => {
    expect(row("5").site).toBeUndefined();
    expect(step("5").roles).toEqual(["destination"]);
  });

  it.each(["7", "8", "9"])("%s is at the destination, although its title names the source", (number) => {
    expect(step(number).title).toContain("of the Switchover Source Site");
    expect(step(number).roles).toEqual(["destination"]);
  });

  it("17 names no site, and is at the source; that is said to come from the manual", () => {
    expect(row("17")).toMatchObject({ site: undefined, item: "Cleaning Up the Switchover Source Site" });
    expect(step("17").roles).toEqual(["source"]);
    expect(provenance("17", "roles")?.basis).toBe("manual");
  });

  it("17 has no remark, and its condition is said to come from the manual", () => {
    expect(step("17").remarks).toBeUndefined();
    expect(step("17").condition).toEqual({ all: [{ fact: "source_operating", is: "yes" }] });
    expect(provenance("17", "condition")?.basis).toBe("manual");
  });

  it("4 is one step at two possible places", () => {
    expect(step("4").roles).toEqual(["source", "replication_definition"]);
    expect(byNumber.has("4a")).toBe(false);
  });

  it("4 has a negative remark", () => {
    expect(step("4").remarks).toMatch(/^Not necessary when/);
    expect(step("4").condition).toEqual({ all: [{ fact: "site_stopped_by_disaster", is: "no" }] });
  });

  it("3 takes over the remark of 2, and says that this is inferred and to be confirmed", () => {
    expect(row("3").remark).toBeUndefined();
    expect(step("3").remarks).toBe(step("2").remarks);
    expect(step("3").condition).toEqual(step("2").condition);
    for (const field of ["remarks", "condition"]) {
      expect(provenance("3", field)).toMatchObject({ basis: "inferred", note: expect.stringMatching(/confirmed/) });
    }
  });

  it("8 asks whether the files match, and applies when they do not", () => {
    expect(step("8").condition).toEqual({ all: [{ fact: "configuration_files_match", is: "no" }] });
  });

  it("the site in brackets is no part of a title", () => {
    expect(steps.filter((one) => /[[\]]/.test(one.title))).toEqual([]);
  });

  it("steps without a remark have no condition, but for 17", () => {
    const found = steps.filter((one) => one.remarks === undefined && one.condition !== undefined);
    expect(numbers(found)).toBe("17");
  });
});

describe("what applies", () => {
  it("in a disaster: 2, 3, 4 and 17 do not, and what depends on a fact is undecided", () => {
    const found = applies(preset("disaster").facts);
    expect(numbers(found.get("not_applicable"))).toBe("2 3 4 17");
    expect(numbers(found.get("undecided"))).toBe("6 7 8 11 13");
    expect(numbers(found.get("applicable"))).toBe("1 5 9 10 12 14 15 16");
  });

  it("in a planned run with everything included: all 17", () => {
    const found = applies({ ...everything, ...preset("planned").facts, configuration_files_match: "no" });
    expect(found.get("applicable")).toHaveLength(17);
  });

  it("in a planned run with nothing included: 6, 7, 8, 11 and 13 do not", () => {
    const nothing = { physical_l_servers: "no", firewalls: "no", vm_guest: "no", single_sign_on: "no" } as const;
    const found = applies({ ...nothing, ...preset("planned").facts, configuration_files_match: "yes" });
    expect(numbers(found.get("not_applicable"))).toBe("6 7 8 11 13");
  });

  it("when nothing is known: every step with a condition is undecided", () => {
    const found = applies({});
    expect(numbers(found.get("undecided"))).toBe("2 3 4 6 7 8 11 13 17");
    expect(found.get("not_applicable")).toBeUndefined();
  });

  it("presets answer only what the type of run says", () => {
    expect(preset("disaster")).toMatchObject({
      type: "unplanned",
      facts: { source_operating: "no", site_stopped_by_disaster: "yes" },
    });
    expect(preset("planned")).toMatchObject({
      type: "planned",
      facts: { source_operating: "yes", site_stopped_by_disaster: "no" },
    });
  });
});

describe("what was added to the table", () => {
  it("breaks no rule of the domain", () => {
    expect(checkProcedure(procedure)).toEqual([]);
  });

  it("waits in the table's order as far as 5, and says where it departs from it", () => {
    expect(["1", "2", "3", "4", "5"].map((number) => predecessors.get(number))).toEqual([
      [],
      ["1"],
      ["2"],
      ["3"],
      ["4"],
    ]);
    expect(["6", "7", "8", "9", "10", "11"].map((number) => predecessors.get(number))).toEqual(Array(6).fill(["5"]));
    expect(predecessors.get("12")).toEqual(["6", "7", "8", "9", "10", "11"]);
    expect(["13", "14", "15", "16"].map((number) => predecessors.get(number))).toEqual(Array(4).fill(["12"]));
    expect(predecessors.get("17")).toEqual(["13", "14", "15", "16"]);
    const written = steps.filter((one) => one.dependsOn !== undefined);
    expect(written.every((one) => provenance(one.number, "dependsOn")?.basis === "inferred")).toBe(true);
  });

  it.each(steps)("$number says where its cautions, instructions and sub-steps come from: never from a guess", (one) => {
    const told = [
      ...(one.caution ? ["caution"] : []),
      ...(one.instructions ? ["instructions"] : []),
      ...(one.subSteps.length > 0 ? ["subSteps"] : []),
    ];
    for (const field of told) expect(provenance(one.number, field)?.basis).toMatch(/^(manual|sibling)$/);
  });

  it.each(steps)("$number says where its kind comes from when a command does it, and what cannot be undone", (one) => {
    expect(provenance(one.number, "kind")?.basis).toBe(one.kind === "automated" ? "inferred" : undefined);
    expect(provenance(one.number, "irreversible")?.basis).toBe(one.irreversible ? "inferred" : undefined);
  });

  it("names no duration and no objective", () => {
    expect(steps.filter((one) => one.expectedSeconds !== undefined)).toEqual([]);
    expect(procedure.rtoSeconds).toBeUndefined();
  });

  it("names no command: each site names its own", () => {
    const actions = steps.flatMap((one) => (one.action && "argv" in one.action ? one.action.argv : []));
    expect(actions.length).toBe(steps.filter((one) => one.kind === "automated").length);
    expect(actions.every((argument) => typeof argument === "object" && "site" in argument)).toBe(true);
  });

  it("hands the export folder of 2 on to 5, 6, 8, 12 and 15, and says that this is our reading", () => {
    const given = steps.flatMap((one) => (one.outputs ?? []).map(({ name }) => `${one.number} ${name}`));
    expect(given).toEqual(["2 export_folder"]);
    const told = steps.filter((one) => one.uses?.includes("export_folder"));
    expect(numbers(told)).toBe("5 6 8 12 15");
    expect(provenance("2", "outputs")?.basis).toBe("inferred");
    expect(told.every((one) => provenance(one.number, "uses")?.basis === "inferred")).toBe(true);
  });

  it("acts nowhere in a drill", () => {
    expect(steps.every((one) => one.inDrill === "simulate")).toBe(true);
  });

  it("suggests a go or no-go before 3, 12 and 17, and says that this is ours", () => {
    const gated = steps.filter((one) => one.gate);
    expect(numbers(gated)).toBe("3 12 17");
    for (const { number, gate } of gated) {
      expect(gate).toMatchObject({ kind: "poll", suggested: true });
      expect(provenance(number, "gate")).toMatchObject({ basis: "inferred", note: expect.stringMatching(/^Our/) });
    }
  });

  it("is irreversible at 12 and 17", () => {
    expect(numbers(steps.filter((one) => one.irreversible))).toBe("12 17");
  });
});
