import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("an operator attaches a picture and a link to a step, and everybody can open them", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ title: "Look at the array" }, { title: "Tell the users" }]);
  const operator = new RunPage(await openAs("operator"));
  const commander = new RunPage(page);
  await operator.open(started);
  await commander.open(started);
  const card = operator.step("1").card;
  await operator.step("1").open();
  await card.getByLabel("Files for step 1").setInputFiles({ name: "array.png", mimeType: "image/png", buffer: PNG });
  await expect(card.getByRole("link", { name: "array.png" })).toBeVisible();
  await card.getByRole("button", { name: "More for step 1" }).click();
  await operator.page.getByRole("menuitem", { name: "Attach a link…" }).click();
  await operator.say({ Address: "https://tickets.example.com/7", Name: "Ticket 7" }, "Attach a link");

  await commander.step("1").open();
  const evidence = commander.step("1").card.getByRole("list", { name: "Evidence of step 1" });
  await expect(evidence).toContainText("Ticket 7");
  await expect(evidence).toContainText("SHA-256");
  await lookAt(page, "run-evidence", { axe, height: 900 });
  const address = await evidence.getByRole("link", { name: "array.png" }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  expect([answer.headers()["content-type"], (await answer.body()).equals(PNG)]).toEqual(["image/png", true]);
  await expect(commander.side).toContainText("Jun Kato attached array.png to step 1");
});

test("what was done on paper is entered afterwards with its true time, and marked so everywhere", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const declaredAt = new Date(Date.now() - 3_600_000).toISOString();
  const steps = [{ title: "Stop the services" }, { title: "Tell the users" }];
  const started = await api("commander").smallRun(sites, steps, { declaredAt });
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").open();
  await run.step("1").card.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: "Enter what was done on paper…" }).click();
  // The browser of the tests is in Tokyo.
  const local = new Date(Date.now() - 1_800_000 + 9 * 3_600_000).toISOString().slice(0, 19);
  await run.say(
    { "Done at, JST": local, "Done by": "Jun Kato", "What was done": "All services are stopped" },
    "Enter what was done on paper",
  );
  await run.step("1").is("RECORDED AFTERWARDS");
  await run.step("1").open();
  await expect(run.step("1").card).toContainText("done by Jun Kato");
  const told = /^1 Stop the services: .*Recorded afterwards: it was at (\d+ \w+ )?\d\d:\d\d JST \(.*UTC\)\.$/;
  await expect(run.side.getByRole("link", { name: told })).toBeVisible();
  await run.step("2").doByHand();
  await expect(page.getByRole("status").filter({ hasText: "Completed with exceptions." })).toBeVisible();
  await expect(page.getByRole("list", { name: "Exceptions" })).toContainText("Recorded afterwards");
  await expect(page.getByRole("list", { name: "Exceptions" }), "nobody wrote these words").not.toContainText("“");
  const { events } = await api("auditor").call<{ events: { happenedAt?: string }[] }>(
    "GET",
    `/api/runs/${runLabel(started.number)}/log`,
  );
  expect(events.filter(({ happenedAt }) => happenedAt !== undefined)).toHaveLength(1);
});
