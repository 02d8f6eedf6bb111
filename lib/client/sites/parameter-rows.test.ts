import { describe, expect, it } from "vitest";
import { newRow, type ParameterRow, readRows, rowsOf } from "#lib/client/sites/parameter-rows.ts";

const row = (given: Partial<ParameterRow>): ParameterRow => ({
  key: "row-0",
  name: "stop_replication",
  kind: "list",
  text: "/opt/stop\n--all",
  ...given,
});

describe("the parameters of a site as rows", () => {
  it("are read back as they were", () => {
    const parameters = { folder: "/DRImport/Export", stop_replication: ["/opt/stop", "--group", "a b"] };
    expect(readRows(rowsOf(parameters))).toEqual({ ok: true, parameters });
  });

  it("keep spaces inside an argument and drop empty lines at the end", () => {
    const read = readRows([row({ text: "/opt/stop\n  a b\n\n" })]);
    expect(read).toEqual({ ok: true, parameters: { stop_replication: ["/opt/stop", "  a b"] } });
  });

  it.each([
    ["no name", { name: " " }, { name: expect.stringContaining("Give it") }],
    ["a name with capitals", { name: "Stop" }, { name: expect.stringContaining("lower-case") }],
    ["no text", { text: " \n" }, { text: expect.stringContaining("one argument on each line") }],
    ["an empty line", { text: "/opt/stop\n\n--all" }, { text: "Line 2 is empty: remove it." }],
    ["an option as a single value", { kind: "value", text: "-all" }, { text: expect.stringContaining("list") }],
    ["no value", { kind: "value", text: "" }, { text: "Write the value." }],
    ["65 arguments", { text: Array(65).fill("x").join("\n") }, { text: expect.stringContaining("64") }],
    ["a very long value", { kind: "value", text: "x".repeat(4_097) }, { text: expect.stringContaining("4,096") }],
  ] as const)("%s is refused at its field", (_, given, error) => {
    expect(readRows([row(given)])).toEqual({ ok: false, errors: { "row-0": error } });
  });

  it("with the same name twice are refused at the second", () => {
    const read = readRows([row({}), row({ key: "row-1" })]);
    expect(read).toEqual({ ok: false, errors: { "row-1": { name: expect.stringContaining("twice") } } });
  });

  it("get new rows with keys of their own", () => {
    expect(newRow([row({ key: "row-3" })], "clean_up")).toMatchObject({ key: "row-4", name: "clean_up" });
    expect(newRow([])).toMatchObject({ key: "row-0", name: "" });
  });
});
