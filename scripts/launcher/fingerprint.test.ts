import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { pages } from "./build.js";
import { fingerprint, isCurrent, remake } from "./fingerprint.js";

const step = { include: ["lib/**/*.*"], exclude: ["**/*.test.ts"], result: "out", proof: "made" };
let root: string;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), "switchover-fingerprint-"));
  write("lib/a.ts", "one");
  return () => rmSync(root, { recursive: true });
});

function write(file: string, content: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

const make = () => remake(root, step, async () => write("out/made", ""));

test("nothing is current before it was made", async () => {
  expect(isCurrent(root, step)).toBe(false);
  await make();
  expect(isCurrent(root, step)).toBe(true);
});

test.each([
  { change: "an edited input", file: "lib/a.ts", current: false },
  { change: "a new input", file: "lib/new/b.ts", current: false },
  { change: "an edited test", file: "lib/a.test.ts", current: true },
  { change: "a file elsewhere", file: "docs/a.md", current: true },
])("after $change the result is current: $current", async ({ file, current }) => {
  await make();
  write(file, "two");
  expect(isCurrent(root, step)).toBe(current);
});

test("a renamed input is a change", async () => {
  await make();
  rmSync(path.join(root, "lib/a.ts"));
  write("lib/b.ts", "one");
  expect(isCurrent(root, step)).toBe(false);
});

test("a result that was removed, or is half removed, is not current", async () => {
  await make();
  rmSync(path.join(root, "out/made"));
  expect(isCurrent(root, step)).toBe(false);
});

test("an attempt that fails takes away that an earlier one was good", async () => {
  await make();
  const failing = remake(root, step, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(existsSync(path.join(root, "out/made"))).toBe(true);
  expect(isCurrent(root, step)).toBe(false);
});

test("an input that changes meanwhile makes the result old", async () => {
  await remake(root, step, async () => {
    write("out/made", "");
    write("lib/a.ts", "two");
  });
  expect(isCurrent(root, step)).toBe(false);
});

test("the pages are made from the pages, and not from their tests", () => {
  const before = fingerprint(root, pages);
  write("app/page.test.ts", "");
  write("vitest.config.ts", "");
  expect(fingerprint(root, pages)).toBe(before);
  write("app/(console)/runs/[number]/page.tsx", "");
  write("app/api/openapi.json/route.ts", "");
  expect(fingerprint(root, pages)).not.toBe(before);
});
