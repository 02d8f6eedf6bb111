import type { Page } from "@playwright/test";
import { expect } from "./testing/fixtures.ts";
import { addressOf, dialogOf, lookAtStates, type People, type State } from "./testing/state-looks.ts";

// What a page fetches by itself and has not got: while it is on its way, when nothing answers, and when it is there after all.
// What the server draws with the page is never in these states.

const NOT_ANSWERED = "The server did not answer.";
const unread = (page: Page, what: string) => page.getByText(`${what} could not be read`);

async function neverAnswered(page: Page, address: string, act: () => Promise<void>, words: string): Promise<void> {
  await page.route(address, () => {});
  await act();
  await expect(page.getByText(words).first()).toBeAttached();
}

async function notAnswered(page: Page, address: string, act: () => Promise<void>, what: string): Promise<void> {
  await page.unroute(address);
  await page.route(address, (route) => route.abort());
  await act();
  await expect(unread(page, what)).toBeVisible();
  await expect(page.getByText(NOT_ANSWERED, { exact: true })).toBeVisible();
}

/** Pressed while the network is still away, when it asks at least; once that is there the page may have tried by itself. */
async function tryAgain(page: Page, address: string, what: string): Promise<void> {
  const button = page.getByRole("button", { name: "Try again" });
  await expect(button).toBeVisible();
  const asked = page.waitForRequest(address);
  await button.click();
  await asked;
  await page.unroute(address);
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    await expect(unread(page, what)).toBeHidden({ timeout: 1_000 });
  }).toPass();
}

const DELIVERIES = "**/api/notices/deliveries?*";
const SESSIONS = "**/api/users/*/sessions";
const PROCEDURE = "**/api/procedures/*";
const EVENTS = "**/api/runs/*/log?*";
const CONTACTS = "**/api/runs/*/contacts";
const VERIFICATION = "**/api/runs/*/verification";

const messages = (page: Page, name: string) => () => page.getByRole("radio", { name }).check({ force: true });

async function openSessions(page: Page): Promise<void> {
  const line = page.getByRole("row").filter({ hasText: "operator@example.com" }).first();
  await line.getByRole("button", { name: /^Change/ }).click();
  await page.getByRole("menuitem", { name: "Sessions…" }).click();
  await expect(dialogOf(page)).toBeVisible();
}

async function runOf({ api }: People): Promise<string> {
  const sites = await api("administrator").practiceSites();
  return addressOf(await api("commander").smallRun(sites, [{ title: "Tell the users" }]));
}

async function twoProcedures({ api }: People): Promise<string> {
  await api("administrator").practiceSites();
  await api("commander").publish([{ title: "Tell the users" }], { title: "The first of two" });
  await api("commander").publish([{ title: "Close the lines" }], { title: "The second of two" });
  return "/new-run";
}

const choose = (page: Page, title: string) => async () => {
  const field = page.getByLabel("Procedure", { exact: true });
  const option = field.getByRole("option").filter({ hasText: title }).last();
  await field.selectOption((await option.getAttribute("value")) ?? "");
};

const states: Record<string, State> = {
  "messages of one kind": {
    role: "administrator",
    at: "/messages",
    looks: {
      "messages-loading": (page) => neverAnswered(page, DELIVERIES, messages(page, "Waiting"), "Loading the messages"),
      "messages-unread": (page) => notAnswered(page, DELIVERIES, messages(page, "Given up"), "The messages"),
      "messages-given-up": async (page) => {
        await tryAgain(page, DELIVERIES, "The messages");
        await expect(page.getByText("There are none.").or(page.getByRole("table", { name: "Messages" }))).toBeVisible();
      },
    },
  },
  "the sessions of a person": {
    role: "administrator",
    at: "/users",
    height: 900,
    looks: {
      "user-sessions-unread": (page) => notAnswered(page, SESSIONS, () => openSessions(page), "The sessions"),
    },
  },
  "another procedure of a new run": {
    role: "commander",
    at: twoProcedures,
    height: 900,
    looks: {
      "new-run-loading": async (page) => {
        await neverAnswered(page, PROCEDURE, choose(page, "The first of two"), "Loading the procedure");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^New LIVE run: The first of two v1$/);
        await expect(page.getByRole("banner")).toContainText("Loading the procedure");
        await expect(page.getByRole("banner").getByRole("img", { name: "to" })).toHaveCount(0);
        await expect(page.getByRole("contentinfo")).toContainText("Loading the procedure");
        await expect(page.getByRole("contentinfo")).not.toContainText(/switchover|failover/);
      },
      "new-run-unread": (page) => notAnswered(page, PROCEDURE, choose(page, "The second of two"), "What a run needs"),
      "new-run-read": async (page) => {
        await tryAgain(page, PROCEDURE, "What a run needs");
        await expect(page.getByRole("region", { name: "Preview of the steps" })).toContainText("Close the lines");
      },
    },
  },
  "the events beside a run": {
    role: "auditor",
    at: runOf,
    height: 1_300,
    looks: {
      "run-events-unread": async (page) => {
        await page.route(EVENTS, (route) => route.abort());
        await page.route(CONTACTS, (route) => route.abort());
        await page.reload();
        await page.setViewportSize({ width: 360, height: 1_300 });
        await page.getByRole("contentinfo").getByRole("button", { name: "Notes" }).click();
        await expect(page.getByText("The events could not be read. The steps are not affected.")).toBeVisible();
        await expect(page.getByText(/earlier events? /), "earlier than what").toHaveCount(0);
      },
      "run-events-read": async (page) => {
        await page.setViewportSize({ width: 1_440, height: 1_300 });
        await tryAgain(page, EVENTS, "The events");
        await expect(page.getByRole("region", { name: "Notes and events" })).toContainText("started");
      },
      "run-contacts-unread": async (page) => {
        await page.getByRole("button", { name: "Contacts…" }).click();
        await expect(dialogOf(page).getByRole("alert")).toHaveText("The contacts could not be read");
      },
      "run-contacts-read-before": async (page) => {
        const people = dialogOf(page).getByRole("list", { name: "Contacts of this run" }).getByRole("listitem");
        await tryAgain(page, CONTACTS, "The contacts");
        await expect(people.first()).toBeVisible();
        const known = await people.allTextContents();
        await page.keyboard.press("Escape");
        const when = /^What follows was read \d\d:\d\d JST \(\d\d:\d\d UTC\)/;
        const readAt = dialogOf(page).getByRole("status").filter({ hasText: when });
        let fail = () => {};
        const failed = new Promise<void>((resolve) => {
          fail = resolve;
        });
        await page.route(CONTACTS, (route) => failed.then(() => route.abort()));
        await page.getByRole("button", { name: "Contacts…" }).click();
        await expect(readAt).toHaveText(/\. Looking…$/);
        fail();
        await expect(readAt).toHaveText(/, and could not be read anew\. .+\.$/);
        await expect(people).toHaveText(known);
        await expect(dialogOf(page).getByRole("button", { name: "Try again" })).toBeVisible();
        await expect(unread(page, "The contacts")).toBeHidden();
      },
    },
  },
  "the record of a run": {
    role: "auditor",
    at: async (people) => `${await runOf(people)}/report`,
    looks: {
      "report-record-loading": (page) =>
        neverAnswered(page, VERIFICATION, async () => void (await page.reload()), "Verifying the record"),
      "report-record-unread": (page) =>
        notAnswered(
          page,
          VERIFICATION,
          async () => {
            await page.reload();
            await page.setViewportSize({ width: 360, height: 640 });
            await expect(page.getByText("Whether the record holds could not be read.")).toBeInViewport();
          },
          "The record",
        ),
      "record-unread": async (page) => {
        await tryAgain(page, VERIFICATION, "The record");
        await page.getByRole("main").getByRole("link", { name: "Verify the record" }).first().click();
        await expect(page).toHaveURL(/\/record$/);
        await expect(page.getByText("The record holds.")).toBeVisible();
        const verifyAgain = () => page.getByRole("button", { name: "Verify again" }).click();
        await notAnswered(page, VERIFICATION, verifyAgain, "The record");
        await expect(page.getByText(/^What follows was verified [\d:]{8} JST \([\d:]{8} UTC\)\.$/)).toBeVisible();
      },
    },
  },
};

lookAtStates(states);
