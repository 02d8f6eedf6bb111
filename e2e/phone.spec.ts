import { expect, test } from "./fixtures.ts";
import { press, RunPage } from "./run-page.ts";

test.use({ role: "operator", viewport: { width: 360, height: 780 }, hasTouch: true });

test("an operator works on a phone with one button for the next thing to do", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    {
      title: "Tell the users",
      subSteps: [
        { number: "1.1", title: "By mail" },
        { number: "1.2", title: "By phone" },
      ],
    },
    { title: "Close the lines", action: { argv: ["/bin/true"], timeoutSeconds: 10 } },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  const foot = page.getByRole("contentinfo");
  const next = (words: string) => press(foot.getByRole("button", { name: words }));

  await next("Start step 1");
  await next("1.1 is done");
  await next("1.2 is done");
  await next("Complete step 1");
  await next("Run step 2");
  await expect(page.getByRole("status").filter({ hasText: "Completed." })).toBeVisible();
});
