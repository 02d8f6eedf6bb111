import { expect, test, vi } from "vitest";
import { check, outcome, run } from "./suite.js";

const context = { root: process.cwd(), stop: new AbortController().signal };

test("a check counts as one", async () => {
  expect(await check("x", ["-e", ""], ["-e", ""]).run(context)).toEqual({ passed: 1, failed: 0, output: "" });
});

test("a check ends with the first program that fails, and shows what that said", async () => {
  const programs = [
    ["-e", "console.log('well')"],
    ["-e", "console.log('out'); console.error('err'); process.exitCode = 2"],
    ["-e", "console.log('never')"],
  ];
  expect(await check("x", ...programs).run(context)).toEqual({ passed: 0, failed: 1, output: "out\nerr\n" });
});

test.each([
  { name: "all passed", ok: true, counted: { passed: 5, failed: 0 }, expected: { passed: 5, failed: 0 } },
  { name: "some failed", ok: false, counted: { passed: 3, failed: 2 }, expected: { passed: 3, failed: 2 } },
  {
    name: "broke down before any test",
    ok: false,
    counted: { passed: 0, failed: 0 },
    expected: { passed: 0, failed: 1 },
  },
  {
    name: "a file broke, its tests unseen",
    ok: false,
    counted: { passed: 9, failed: 0 },
    expected: { passed: 9, failed: 1 },
  },
])("tests are counted: $name", ({ ok, counted, expected }) => {
  expect(outcome({ ok, output: "" }, counted)).toMatchObject(expected);
});

test("settings of the developer do not reach the tests", async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://mine");
  vi.stubEnv("ELSE", "kept");
  const { output } = await run(["-p", "[process.env.DATABASE_URL, process.env.ELSE]"], context);
  vi.unstubAllEnvs();
  expect(output).toBe("[ undefined, 'kept' ]\n");
});

test("a program is ended when the run is", async () => {
  const stopping = new AbortController();
  const running = run(["-e", "setInterval(() => {}, 1000)"], { ...context, stop: stopping.signal });
  stopping.abort();
  await expect(running).rejects.toThrow("aborted");
});
