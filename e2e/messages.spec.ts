import { createHmac } from "node:crypto";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { headersOf, startMailServer, textOf } from "#lib/server/testing/mail-server.ts";
import { startReceiver } from "#lib/server/testing/receiver.ts";
import { MAIL_PORT } from "./testing/addresses.ts";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: "administrator" });
// One mail server at one address.
test.describe.configure({ mode: "default" });

test("a webhook hears of a run, signed; what it does not take is shown, and sent again", async ({ page, api, axe }) => {
  const receiver = await startReceiver();
  const name = `Pager ${newMark()}`;
  await page.goto("/messages");
  await page.getByRole("button", { name: "Add a channel" }).click();
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Address").fill("ftp://example.com");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("An address that begins with https:// or http://.")).toBeVisible();
  await expect(dialog.getByLabel("Address")).toBeFocused();
  await lookAt(page, "channel-refused", { axe, height: 900 });
  await dialog.getByLabel("Address").fill(receiver.address);
  await dialog.getByLabel("A decision is needed").uncheck();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const secret = (await dialog.getByRole("code").filter({ hasText: "whsec_" }).textContent()) ?? "";
  await dialog.getByRole("button", { name: "Done" }).click();

  const row = page.getByRole("table", { name: "Channels" }).getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Never tried");
  await row.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: "Send a test message" }).click();
  await expect(row.getByRole("cell").nth(2)).toContainText("Test message: It was delivered.");
  await lookAt(page, "messages-test-delivered", { axe });
  const [post] = receiver.posts;
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = post?.headers ?? {};
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  expect(signature).toBe(`v1,${createHmac("sha256", key).update(`${id}.${at}.${post?.body}`).digest("base64")}`);

  receiver.answers = 410;
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const told = page
    .getByRole("table", { name: "Messages" })
    .getByRole("row")
    .filter({ hasText: name })
    .filter({ hasText: `${runLabel(run.number)}: started by Mei Mori` });
  await expect(told).toContainText("Given up");
  await expect(told).toContainText("Tried once. It answered 410.");
  await expect(row).toContainText(/Failed since \d+ \w+ \d{4}, \d\d:\d\d JST.*It answered 410\. Last delivered/);
  const turn = async (how: "Switch off" | "Switch on") => {
    await row.getByRole("button", { name: `Change ${name}` }).click();
    await page.getByRole("menuitem", { name: how }).click();
  };
  await turn("Switch off");
  await expect(row, "is no trouble while it is off").toContainText(/Failed from \d+ .* on, when it was last tried/);
  await turn("Switch on");
  await expect(row).toContainText(/Failed since/);
  receiver.answers = 204;
  await told.getByRole("button", { name: /^Send again/ }).click();
  await expect(told).toContainText("Delivered");
  const started = `LIVE ${runLabel(run.number)}: started by Mei Mori`;
  const tries = receiver.posts.filter(({ body }) => body.includes(started)).map(({ headers }) => headers["webhook-id"]);
  expect(tries).toEqual([tries[0], tries[0]]);

  await row.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: "Switch off" }).click();
  await expect(row.getByText("Off", { exact: true })).toBeVisible();
  await row.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await expect(page.getByRole("alertdialog", { name: `Delete ${name}?` })).toBeVisible();
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(row).toHaveCount(0);
  await expect(told).toContainText("Deleted channel");
  await lookAt(page, "messages-channel-deleted", { axe });
  await receiver.stop();
});

test("what was delivered says when, and after how many tries where it was not the first", async ({ page, api }) => {
  const receiver = await startReceiver();
  const administrator = api("administrator");
  const name = `Pager ${newMark()}`;
  const wish = { name, format: "webhook", kinds: ["run_changed"], drills: false, address: receiver.address };
  const { channel } = await administrator.call<{ channel: { id: string } }>("POST", "/api/notices/channels", wish);
  const send = () => administrator.call("POST", `/api/notices/channels/${channel.id}/test`);
  await page.goto("/messages");
  await send();
  receiver.answers = 503;
  await send();
  const sent = page
    .getByRole("table", { name: "Messages" })
    .getByRole("row")
    .filter({ hasText: name })
    .filter({ hasText: "Test message" });
  // The second try comes within seconds, as may the look of the page.
  await expect(sent.first()).toContainText(/Tried (once|\d times)\. It answered 503\./);
  receiver.answers = 204;
  const when = /Delivered \d\d:\d\d JST \(\d\d:\d\d UTC\)/;
  await expect(sent.first()).toContainText(new RegExp(`${when.source}, after \\d tries`));
  const ids = receiver.posts
    .filter(({ body }) => body.includes("Test message"))
    .map(({ headers }) => headers["webhook-id"]);
  await expect(sent.first()).toContainText(`, after ${ids.filter((id) => id === ids.at(-1)).length} tries`);
  await expect(sent.last()).toContainText(when);
  await expect(sent.last(), "the first try needs no count").not.toContainText("after");
  await administrator.ask("DELETE", `/api/notices/channels/${channel.id}`);
  await receiver.stop();
});

test("the message that is read keeps its place while others are sent", async ({ page, api }) => {
  const receiver = await startReceiver();
  const wish = {
    name: `Pager ${newMark()}`,
    format: "webhook",
    kinds: ["run_changed"],
    drills: false,
    address: receiver.address,
  };
  const administrator = api("administrator");
  const made = await administrator.call<{ channel: { id: string } }>("POST", "/api/notices/channels", wish);
  const send = () => administrator.call("POST", `/api/notices/channels/${made.channel.id}/test`);
  await Promise.all(Array.from({ length: 15 }, send));
  await page.clock.install();
  await page.setViewportSize({ width: 1_440, height: 600 });
  await page.goto("/messages");
  const own = page
    .getByRole("table", { name: "Messages" })
    .getByRole("row")
    .filter({ hasText: wish.name })
    .filter({ hasText: "Test message" });
  await expect(own).toHaveCount(15);
  await expect(own.first(), "as high as it stays").toContainText("JST");
  const read = await own.nth(8).elementHandle();
  await read?.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const top = () => read?.evaluate((one) => Math.round(one.getBoundingClientRect().top)) ?? 0;
  const before = await top();
  await send();
  await page.clock.fastForward(5_000);
  await expect(own).toHaveCount(16);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  await administrator.ask("DELETE", `/api/notices/channels/${made.channel.id}`);
  await receiver.stop();
});

test("whose step is ready gets an e-mail that leads to it, unless they choose otherwise", async ({
  openAs,
  api,
  axe,
}) => {
  const mail = await startMailServer(MAIL_PORT);
  const page = await openAs("operator");
  const administrator = await openAs("administrator");
  await administrator.goto("/messages");
  const server = administrator.getByRole("region", { name: "E-mail" });
  await page.goto("/account");
  const choice = page.getByRole("region", { name: "E-mail" });
  await choice.getByRole("button", { name: "Send me a test message" }).click();
  await expect(choice.getByRole("status").filter({ hasText: "It was delivered." })).toBeVisible();
  const subjects = () => mail.mails.flatMap((one) => headersOf(one).filter((header) => header.startsWith("Subject: ")));
  expect(subjects()).toContain("Subject: Test message of the switchover console");
  await expect(server).toContainText(/Last delivered \d+ \w+ \d{4}, \d\d:\d\d JST/);

  const { people } = await api("commander").call<{ people: { id: string; name: string }[] }>("GET", "/api/people");
  const jun = people.find(({ name }) => name === "Jun Kato")?.id ?? "";
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  await api("commander").send(run.id, { type: "step.assign", step: "1", to: { person: jun } });
  const ready = `LIVE ${runLabel(run.number)}, step 1: ready to be started`;
  await expect.poll(subjects).toContain(`Subject: ${ready}`);
  const letter = mail.mails.find(({ raw }) => raw.includes(ready));
  expect(letter?.to).toEqual(["operator@example.com"]);
  expect(letter?.raw.replaceAll("=\r\n", "")).toContain(`/runs/${runLabel(run.number)}#step-1`);

  const there = await openAs("operator");
  await there.goto(`/runs/${runLabel(run.number)}#step-1`);
  await expect(there.locator("#step-1")).toBeFocused();

  await expect(choice.getByLabel("A step is ready for me")).toHaveAccessibleDescription(/not to every operator/);
  await choice.getByLabel("A step is ready for me").uncheck();
  await choice.getByRole("button", { name: "Save" }).click();
  await expect(choice.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await expect(choice.getByLabel("A step is ready for me")).not.toBeChecked();
  await choice.getByLabel("A step is ready for me").check();
  await choice.getByRole("button", { name: "Save" }).click();
  await expect(choice.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await mail.stop();
  await choice.getByRole("button", { name: "Send me a test message" }).click();
  await expect(
    choice.getByRole("status").filter({ hasText: /^Not delivered; it will be tried again\./ }),
  ).toBeVisible();
  await expect(server).toContainText(/Failed since .* JST.*The mail server was not reached: /);
  await lookAt(page, "account-mail-not-delivered", { axe });
});

test("who has several steps by one command gets one e-mail that lists them, and is reminded of one by one press", async ({
  openAs,
  api,
  axe,
}) => {
  const mail = await startMailServer(MAIL_PORT);
  const { people } = await api("commander").call<{ people: { id: string; name: string }[] }>("GET", "/api/people");
  const jun = people.find(({ name }) => name === "Jun Kato")?.id ?? "";
  const after = ["1"];
  const steps = [{}, { title: "Stop the services", dependsOn: after }, { title: "Tell the users", dependsOn: after }];
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  for (const step of ["2", "3"])
    await api("commander").send(run.id, { type: "step.assign", step, to: { person: jun } });
  await api("commander").complete(run.id, "1");
  const ready = `LIVE ${runLabel(run.number)}, steps 2 and 3: ready to be started`;
  const letters = () => mail.mails.filter(({ to }) => to.includes("operator@example.com")).map(textOf);
  const aboutBoth = () => letters().filter((text) => text.startsWith(ready));
  await expect.poll(() => aboutBoth().length).toBe(1);
  expect(aboutBoth()[0]).toContain("Step 2: Stop the services\r\nStep 3: Tell the users\r\n");
  const page = await openAs("administrator");
  await page.goto("/messages");
  await expect(page.getByRole("row").filter({ hasText: ready }).filter({ hasText: "Jun Kato" })).toContainText(
    "Delivered",
  );

  const desk = new RunPage(page);
  await desk.open(run);
  const { card } = desk.step("2");
  await card.getByRole("button", { name: "Remind of step 2" }).click();
  await expect(card).toContainText(/Daichi Ueda reminded Jun Kato of step 2, .* Again from \d\d:\d\d JST/);
  await expect(card.getByRole("button", { name: "Remind of step 2" })).toHaveAttribute("aria-disabled", "true");
  const reminder = `LIVE ${runLabel(run.number)}, step 2: Daichi Ueda reminds you: it still waits for you`;
  await expect.poll(letters).toContainEqual(expect.stringContaining(reminder));
  await expect(desk.side).toContainText("reminded Jun Kato of step 2");
  // Of what is nobody's, who takes part is told.
  await api("commander").send(run.id, { type: "step.assign", step: "3", to: null });
  const anybodys = desk.step("3").card;
  await expect(anybodys).toContainText("Sends a message again to whoever takes part");
  await anybodys.getByRole("button", { name: "Remind of step 3" }).click();
  await expect(anybodys).toContainText("Daichi Ueda reminded Jun Kato of step 3");
  await page.setViewportSize({ width: 360, height: 1_600 });
  await page.getByRole("contentinfo").getByRole("button", { name: /^All/ }).click();
  await expect(card).toContainText("Daichi Ueda reminded Jun Kato of step 2");
  await lookAt(page, "run-reminded", { axe, height: 1_600 });
  await mail.stop();
});

test("who switches the language is written to in it", async ({ openAs, api }) => {
  const mail = await startMailServer(MAIL_PORT);
  const page = await openAs("approver");
  await page.goto("/");
  await page.getByRole("button", { name: /^Ren.*theme and sign-out/ }).click();
  await page.getByRole("radio", { name: "日本語" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  const { people } = await api("commander").call<{ people: { id: string; name: string }[] }>("GET", "/api/people");
  const mentions = people.flatMap(({ id, name }) => (name === "Ren Okada" ? [id] : []));
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  await api("commander").send(run.id, { type: "note.add", text: "Look at this", mentions });
  const letters = () => mail.mails.filter(({ to }) => to.includes("approver@example.com")).map(textOf);
  await expect
    .poll(letters)
    .toContainEqual(expect.stringContaining(`本番 ${runLabel(run.number)}: Mei Mori からあなた宛てのメモ`));
  await api("approver").ask("PUT", "/api/session/language", { locale: "en" });
  await mail.stop();
});

test("only administrators see where messages go", async ({ openAs }) => {
  const page = await openAs("commander");
  await page.goto("/messages");
  await expect(page.getByText("Only administrators see where messages go")).toBeVisible();
  await expect(page.getByRole("link", { name: "Messages" })).toHaveCount(0);
});
