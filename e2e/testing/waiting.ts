import { expect, type Locator, type Page } from "@playwright/test";

/** What waits for somebody on the overview; unfolded when need be, as lines come one after another. */
export async function seesWaiting(page: Page, words: readonly (string | RegExp)[]): Promise<Locator> {
  const waiting = page.getByRole("region", { name: /^Waiting for you/ });
  const more = waiting.getByRole("button", { name: /^Show \d+ more/ });
  const line = words.reduce((lines, hasText) => lines.filter({ hasText }), waiting.getByRole("listitem"));
  await expect(async () => {
    if (await more.isVisible()) await more.click({ timeout: 1_000 });
    await expect(line).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return line;
}
