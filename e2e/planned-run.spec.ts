import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { RunPage } from "./testing/run-page.ts";

test("a commander works through all 17 steps of a planned switchover and finds it in the history", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const newRun = await NewRunPage.ready(page, api, sites);
  await newRun.preset("Planned");
  await newRun.answer("Are physical L-Servers included in the targets of switchover?", "yes");
  await newRun.answer("Are firewalls included in the targets of switchover?", "yes");
  await newRun.answer("Do the configuration files of both sites match?", "no");
  await newRun.answer("Is this a virtual L-Server switchover (VM guest)?", "yes");
  await newRun.answer("Is Single Sign-On authentication used?", "yes");
  await expect(newRun.preview).toContainText("17 apply");
  const number = await newRun.start("Start LIVE run");
  const run = new RunPage(page);
  const label = runLabel(number);

  await run.step("1").doByHand("1.1", "1.2", "1.3");
  await run.step("2").runCommand();
  await expect(await run.step("2").openOutput(1)).toContainText("Practice East: resources locked");
  await run.drawer.getByRole("button", { name: "Close the output" }).click();
  await run.step("3").press("Go for step 3");
  await run.step("3").doByHand();
  await run.step("4").runCommand("4.1");
  await run.step("5").runCommand();
  await run.step("6").runCommand("6.1", "6.2");
  await run.step("7").doByHand();
  await run.step("8").runCommand("8.1", "8.2");
  await run.step("9").doByHand();
  await run.step("10").runCommand();
  await run.step("11").runCommand();
  await run.step("12").press("Go for step 12");
  await run.step("12").press("Run step 12");
  await run.say({ [`Type the run number, ${label}`]: label }, "Run step 12");
  await run.step("12").is("Completed");
  await run.step("13").doByHand();
  await run.step("14").doByHand("14.1", "14.2", "14.3");
  await run.step("15").doByHand("15.1", "15.2");
  await run.step("16").runCommand();
  await run.step("17").press("Go for step 17");
  await run.step("17").press("Run step 17");
  await run.say({ [`Type the run number, ${label}`]: label }, "Run step 17");

  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toContainText("This is the record.");
  await page.getByRole("link", { name: "History" }).click();
  const row = page.getByRole("row").filter({ hasText: label });
  await expect(row).toContainText("Completed");
  await expect(row).toContainText(sites.source.name);

  const at = ({ folder }: { folder: string }, name: string) => path.join(folder, name);
  const taken = JSON.parse(readFileSync(at(sites.destination, "configuration/l-platforms.json"), "utf8"));
  expect(taken).toEqual(["web-shop", "reporting", "mail"].map((name) => expect.objectContaining({ name })));
  expect(readdirSync(at(sites.destination, "images"))).toEqual(
    readdirSync(at(sites.destination, "information-folder/images")),
  );
  expect(existsSync(at(sites.source, "configuration"))).toBe(false);
});
