import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { type Account, type Accounts, readAccounts } from "./accounts.ts";
import { BASE_URL } from "./addresses.ts";
import { Api } from "./api.ts";
import { axe } from "./axe.ts";
import { Contexts } from "./contexts.ts";
import { untilPressesAreHeard } from "./presses-heard.ts";

type Fixtures = {
  /** Who the test's own page is signed in as. */
  role: Role | null;
  /** Whether the browser has nothing yet, not even the scripts of the console. */
  anew: boolean;
  /** A page of its own for another person, or for nobody yet, watched like the first. */
  openAs: (role: Role | null) => Promise<Page>;
  /** Calls the HTTP API as that person. */
  api: (role: Role) => Api;
  axe: typeof axe;
};

type Shared = { accounts: Accounts; contexts: Contexts };

/** What a page must never do: log an error, throw, or break the content security policy. */
const trouble = new WeakMap<Page, string[]>();

/** Messages the browser itself writes when a request is refused or the server is away; tests of those allow them. */
const EXPECTED = /Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/;

async function watch(page: Page): Promise<void> {
  const open = page.goto.bind(page);
  page.goto = async (address, options) => {
    const answer = await open(address, options);
    await untilPressesAreHeard(page);
    return answer;
  };
  const found: string[] = [];
  trouble.set(page, found);
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) found.push(message.text());
  });
  page.on("pageerror", (error) => found.push(error.message));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (violation) =>
      console.error(`policy: ${violation.violatedDirective} ${violation.blockedURI}`),
    ),
  );
}

async function signedIn(context: BrowserContext, accounts: Accounts, role: Role): Promise<void> {
  await context.addCookies([{ ...accounts[role].cookie, url: BASE_URL }]);
}

export const test = base.extend<Fixtures, Shared>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  accounts: [async ({}, use) => use(await readAccounts()), { scope: "worker" }],
  contexts: [async ({ browser }, use) => use(new Contexts(browser)), { scope: "worker" }],
  role: ["commander", { option: true }],
  anew: [false, { option: true }],
  context: async ({ browser, contexts, hasTouch, locale, timezoneId, viewport, serviceWorkers, anew }, use) => {
    const own = anew || serviceWorkers === "allow";
    const context = await (own ? browser.newContext() : contexts.take({ hasTouch, locale, timezoneId, viewport }));
    await use(context);
    await contexts.giveBack(context);
  },
  page: async ({ page, accounts, role }, use) => {
    await watch(page);
    if (role) await signedIn(page.context(), accounts, role);
    await use(page);
    expect(trouble.get(page), "errors of the page").toEqual([]);
  },
  openAs: async ({ contexts, accounts }, use, { project }) => {
    const { viewport = null, locale, timezoneId } = project.use;
    const opened: Page[] = [];
    await use(async (role) => {
      const context = await contexts.take({ hasTouch: false, locale, timezoneId, viewport });
      if (role) await signedIn(context, accounts, role);
      const page = await context.newPage();
      await watch(page);
      opened.push(page);
      return page;
    });
    for (const page of opened) {
      expect(trouble.get(page), "errors of another page").toEqual([]);
      await contexts.giveBack(page.context());
    }
  },
  api: async ({ accounts }, use) => {
    const made: Api[] = [];
    await use((role) => {
      const one = new Api(accounts[role], accounts.dataFolder);
      made.push(one);
      return one;
    });
    for (const one of made) await one.abortRuns();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  axe: async ({}, use) => use(axe),
});

/** At the page that asks for it, as people do; other tests have their session from the start. */
export async function signInByForm(
  page: Page,
  { email, password }: Pick<Account, "email" | "password">,
): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export { expect };
