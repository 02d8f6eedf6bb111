import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { press, RunPage } from "./testing/run-page.ts";

const phone = { width: 360, height: 740 };
test.use({ viewport: phone, hasTouch: true });

test("a live run is started on a phone, a fact is answered again there, and command is taken over", async ({
  page,
  openAs,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const newRun = await NewRunPage.ready(page, api, sites);
  await page.getByRole("button", { name: "Disaster, source down" }).tap();
  const number = await newRun.start("Start LIVE run");
  const run = new RunPage(page);
  await page.getByRole("contentinfo").getByRole("button", { name: "Notes" }).tap();
  await run.answerAgain("Single Sign-On", "no");

  const started = await api("commander").call<{ run: { id: string } }>("GET", `/api/runs/${runLabel(number)}`);
  const to = await api("commander").idOf("Daichi Ueda");
  const daichi = new RunPage(await openAs("administrator"));
  await daichi.page.setViewportSize(phone);
  await daichi.open({ number });
  await api("commander").send(started.run.id, { type: "command.offer", to });
  await press(daichi.page.getByRole("button", { name: "Accept and become commander" }));
  await expect(daichi.head).toContainText("commander Daichi Ueda");
  await expect(run.head).toContainText("commander Daichi Ueda");
});

test("an operator answers the roll call on a phone, and attaches a picture to the step in hand", async ({
  openAs,
  api,
}) => {
  const positions = { lead: { person: await api("commander").idOf("Jun Kato") } };
  const steps = [{ title: "Look at the array" }, { title: "Tell the users" }];
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps, { positions });
  const page = await openAs("operator");
  await page.setViewportSize(phone);
  const run = new RunPage(page);
  await run.open(started);
  await press(page.getByRole("button", { name: "I am here" }));
  await press(page.getByRole("contentinfo").getByRole("button", { name: "Start step 1" }));
  const { card } = run.step("1");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    card.getByRole("button", { name: /^Attach/ }).click(),
  ]);
  await chooser.setFiles({ name: "array.txt", mimeType: "text/plain", buffer: Buffer.from("It is quiet.") });
  await expect(card.getByRole("link", { name: "array.txt" })).toBeVisible();
  await press(page.getByRole("contentinfo").getByRole("button", { name: "Complete step 1" }));
  await expect(card).toContainText("Completed");
});

test("the count of what waits comes later than the page on a phone, and moves nothing that is pressed", async ({
  openAs,
  api,
}) => {
  await api("commander").smallRun(await api("administrator").practiceSites(), [{ title: "Look at the array" }]);
  const page = await openAs("operator");
  await page.setViewportSize(phone);
  const known = Promise.withResolvers<void>();
  await page.route(
    ({ pathname }) => pathname === "/api/runs",
    async (route) => {
      await known.promise;
      await route.continue();
    },
  );
  await page.goto("/help");
  const head = page.getByRole("navigation", { name: "Main" });
  const left = async () => (await head.getByRole("button", { name: "Go to" }).boundingBox())?.x;
  await expect(head.getByRole("link")).toHaveCount(0);
  const before = await left();
  known.resolve();
  await expect(head.getByRole("link")).toBeVisible();
  expect(await left()).toBe(before);
});
