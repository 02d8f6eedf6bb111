import { when } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test("a run in which a person decided in place of the procedure ends with exceptions", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(
    sites,
    [
      { title: "Tell the users" },
      { title: "Restore the firewalls", condition: when("firewalls", "yes") },
      { title: "Send the mail" },
      { title: "Close the ticket" },
    ],
    { facts: { firewalls: "no", source_up: "yes" } },
  );
  const run = new RunPage(page);
  await run.open(started);

  await run.step("1").doByHand();
  await run.step("3").press("Start step 3");
  await run.step("3").press("It failed, step 3");
  await run.say({ Reason: "No connection" }, "It failed");
  await run.step("3").press("Done by hand, step 3");
  await run.say(
    { Reason: "The mail server is down", Evidence: "Phoned everybody, list in the ticket" },
    "Done by hand",
  );
  await run.step("4").press("Skip, step 4");
  await run.say({ Reason: "Stays open until tomorrow" }, "Skip");

  await expect(page.getByRole("status").filter({ hasText: "Completed with exceptions." })).toBeVisible();
  const lines = page.getByRole("list", { name: "Exceptions" }).getByRole("listitem");
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(0)).toContainText("Send the mail");
  await expect(lines.nth(0)).toContainText(/Mei Mori, .*: “The mail server is down”/);
  await expect(lines.nth(1)).toContainText(/Mei Mori, .*: “Stays open until tomorrow”/);

  const heads = ["1", "2", "3", "4"].map((number) => run.step(number).head);
  const words = ["Completed", "Not applicable", "Overridden", "Skipped"];
  for (const [place, head] of heads.entries()) await expect(head).toContainText(words[place] ?? "");
  const marks = await Promise.all(heads.map((head) => head.locator("svg svg").innerHTML()));
  expect(new Set(marks).size).toBe(4);

  await page.getByRole("button", { name: /: fold its steps$/ }).click();
  const line = page.getByRole("heading", { level: 2 }).getByRole("button", { expanded: false });
  for (const [place, word] of words.entries()) {
    await expect(line).toContainText(`${place + 1}${word}`);
    const box = await line.getByText(word, { exact: true }).boundingBox();
    expect(box?.width, `“${word}” is there to be read`).toBeGreaterThan(30);
  }

  await page.goto("/history");
  const row = page.getByRole("row").filter({ hasText: sites.source.name });
  await expect(row).toContainText("Completed with 2 exceptions");
});
