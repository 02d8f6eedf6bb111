import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test("the head of a run that is over says how long it took since declared and since started, in no more height", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const declaredAt = new Date(Date.now() - 15 * 3_600_000).toISOString();
  const started = await api("commander").smallRun(sites, [{}], { declaredAt });
  const never = await api("commander").smallRun(sites, [{}], { declaredAt, start: false });
  const undeclared = await api("commander").smallRun(sites, [{}], { start: false, rtoSeconds: 3_600 });
  const run = new RunPage(page);
  const heights = async () => {
    await run.open(started);
    await run.hasAllParts();
    const all: number[] = [];
    for (const width of [360, 768, 800, 1_024, 1_280, 1_440, 1_720]) {
      await page.setViewportSize({ width, height: 740 });
      all.push((await run.head.boundingBox())?.height ?? 0);
    }
    return all;
  };
  const during = await heights();
  await api("commander").complete(started.id, "1");
  await expect(run.head).toContainText(/From declaration to end\s*15\sh\s0\d\smin, \d+\s(s|min) from start\s*ended /);
  const after = await heights();
  expect(after.filter((height, at) => height > (during[at] ?? 0))).toEqual([]);
  await api("commander").send(never.id, { type: "run.abort", reason: "It is not needed" });
  await run.open(never);
  await expect(run.head).toContainText(/From declaration to end\s*15\sh\s0\d\smin\s*ended /);
  await api("commander").send(undeclared.id, { type: "run.abort", reason: "It is not needed" });
  await run.open(undeclared);
  await expect(run.head).toContainText(/Since declared\s*never started\s*never declared/);
  await expect(run.head).not.toContainText("when started");
});
