import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

// What the sheet of keys lists, against what each page takes: every key is pressed, also those that nobody listed.

type Key = { key: string; ctrl: boolean };

const nameOf = ({ key, ctrl }: Key) => (ctrl ? `Ctrl ${key}` : key);
const signs = [..."abcdefghijklmnopqrstuvwxyz0123456789/?.,;:#+-*!=[]'\"<>", "Enter", "Escape"];
const every: Key[] = signs.flatMap((key) => [
  { key, ctrl: false },
  { key, ctrl: true },
]);

/** Presses them where the focus is, and answers with those that the page took from the browser. */
const taken = (page: Page, pressed: readonly Key[]): Promise<string[]> =>
  page.evaluate(
    (presses) =>
      presses
        .filter(({ key, ctrl }) => {
          const press = new KeyboardEvent("keydown", { key, ctrlKey: ctrl, bubbles: true, cancelable: true });
          return !(document.activeElement ?? document.body).dispatchEvent(press);
        })
        .map(({ key, ctrl }) => (ctrl ? `Ctrl ${key}` : key)),
    pressed,
  );

/** The handlers come with the first sign of a person; those of a place come by themselves, and not with those of every page. */
const listens = (page: Page, own: Key) => expect.poll(() => taken(page, [own])).toEqual([nameOf(own)]);

const J: Key = { key: "j", ctrl: false };

type Sheet = Record<string, string[]>;

async function readSheet(page: Page): Promise<Sheet> {
  await page.keyboard.press("?");
  const sections = page.getByRole("dialog").locator("section");
  await expect(sections.first()).toBeVisible();
  const read = await sections.evaluateAll((all) =>
    all.map((one): [string, string[]] => [
      one.querySelector("h3")?.textContent ?? "",
      [...one.querySelectorAll("dt")].map((each) =>
        [...each.querySelectorAll("kbd")].map(({ textContent }) => textContent).join(" "),
      ),
    ]),
  );
  await page.keyboard.press("Escape");
  const asPressed = (label: string) => label.replace("Esc", "Escape").replace(/^Ctrl (.)$/, (all) => all.toLowerCase());
  return Object.fromEntries(
    read.map(([title, labels]) => [title, labels.map((label) => asPressed(label).replace("ctrl", "Ctrl"))]),
  );
}

type Place = {
  /** The titles of the sheet that hold there. What is listed under a second one is pressed where that is the first. */
  titles: [string, string?];
  /** Opens it, and waits until it hears keys of its own. */
  open: () => Promise<void>;
  /** Puts all as it was before the key that was pressed last, and the focus where this one is for. */
  start: (key: string) => Promise<void>;
  /** The keys that open a dialog there. */
  dialogs?: readonly string[];
  /** The key that leads away. */
  last?: string;
  /** Of those listed there, what is a letter where the focus is, or what is not for there. */
  except?: (key: string) => boolean;
};

const isSingle = (key: string) => key.length === 1;

const OPENS_A_DIALOG = ["Ctrl k", "?"];

async function compare(page: Page, place: Place, sheet: Sheet): Promise<void> {
  const { titles, start, except = () => false, dialogs = OPENS_A_DIALOG, last } = place;
  const under = (title: string) => {
    const keys = sheet[title];
    if (!keys) throw new Error(`The sheet has no “${title}”, but ${Object.keys(sheet).join(", ")}.`);
    return keys.filter((key) => !except(key));
  };
  const [own, other] = titles;
  const heard = new Set([...under(own), ...under("On every page"), ...(other ? under(other) : [])]);
  const pressedHere = new Set([...under(own), ...(other ? [] : under("On every page"))]);
  const others = every.filter((one) => !heard.has(nameOf(one)));
  await start("");
  expect(await taken(page, others), `not listed, and taken: ${titles}`).toEqual([]);
  const listed = every.filter((one) => pressedHere.has(nameOf(one)));
  const isLast = (key: Key) => nameOf(key) === last;
  for (const key of [...listed.filter((one) => !isLast(one)), ...listed.filter(isLast)]) {
    await start(nameOf(key));
    expect(await taken(page, [key]), `listed: ${nameOf(key)}, ${titles}`).toEqual([nameOf(key)]);
    if (dialogs.includes(nameOf(key))) await expect(page.getByRole("dialog"), nameOf(key)).toBeVisible();
  }
  expect(
    [...heard].filter((key) => !every.some((one) => nameOf(one) === key)),
    "listed, and not tried",
  ).toEqual([]);
}

const opened = (page: Page, address: string, ready: Locator) => async () => {
  await page.goto(address);
  await expect(ready).toBeVisible();
  await page.keyboard.press("Shift");
};

/** Out of a field or a dialog, which gives the focus back a moment after it is gone. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.evaluate(() => new Promise((given) => requestAnimationFrame(() => setTimeout(given))));
}

const onNothing = (page: Page) => async () => {
  await leave(page);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
};

/** With single letters; and without them, where the page has shown before that it hears its own keys. */
async function compareBoth(page: Page, place: Place, sheet: Sheet): Promise<void> {
  await place.open();
  await compare(page, place, sheet);
  await place.open();
  await onNothing(page)();
  await withoutSingleKeys(page);
  await compare(page, { ...place, except: (key) => isSingle(key) || (place.except?.(key) ?? false) }, sheet);
  await page.context().clearCookies({ name: "choices" });
}

async function withoutSingleKeys(page: Page): Promise<void> {
  await page.keyboard.press("?");
  const box = page.getByRole("dialog").getByRole("checkbox", { name: "Use single letters" });
  await box.press("Space");
  await expect(box).not.toBeChecked();
}

test("the sheet lists what the overview and a new run hear, with and without single letters", async ({ page, api }) => {
  // So many that they can be filtered; a live run keeps its sites from every other.
  for (let runs = 0; runs < 5; runs++)
    await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  // Ctrl Enter would start it; none of those runs keeps a drill back.
  await page.route("**/api/runs", (route, request) => (request.method() === "POST" ? route.abort() : route.fallback()));
  const begin = page.getByRole("button", { name: /^Start (LIVE|DRILL)/ });
  const toOverview = opened(page, "/", page.getByRole("main").getByRole("searchbox"));
  const toNewRun = opened(page, "/new-run?mode=drill", begin.and(page.locator(":not([aria-disabled])")));
  const places: Place[] = [
    {
      titles: ["On the overview"],
      open: async () => {
        await toOverview();
        await listens(page, J);
      },
      start: onNothing(page),
      last: "n",
    },
    {
      titles: ["On the page of a new run"],
      open: async () => {
        await toNewRun();
        await listens(page, { key: "Enter", ctrl: true });
        // A second press would close what the first has opened.
        await expect(async () => {
          if (await page.getByRole("dialog").isHidden()) await page.keyboard.press("Control+k");
          await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
        }).toPass({ intervals: [50] });
      },
      start: onNothing(page),
    },
  ];
  await places[0]?.open();
  const sheet = await readSheet(page);
  for (const place of places) await compareBoth(page, place, sheet);
});

test("the sheet lists what a run, its output and a field of several lines hear", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const action = { argv: [process.execPath, "-e", "console.log('needle')"] };
  const started = await api("commander").smallRun(sites, [{ title: "Talk", roles: ["source"], action }, {}]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Run step 1");
  await run.step("1").is("Completed");
  const places = placesOfRun(page, run);
  await places[0]?.open();
  const sheet = await readSheet(page);
  for (const place of places) await compareBoth(page, place, sheet);
});

function placesOfRun(page: Page, run: RunPage): Place[] {
  const there = run.step("2").card;
  const toRun = opened(page, page.url(), there);
  const open = async () => {
    await toRun();
    await listens(page, J);
  };
  /** Out of whatever the key before led into, with all steps in the list. */
  const atRest = () =>
    expect(async () => {
      await leave(page);
      await expect(page.locator("[data-step]")).toHaveCount(2, { timeout: 500 });
      await expect(run.drawer).toBeHidden({ timeout: 500 });
    }).toPass();
  const atOutput = async () => {
    await atRest();
    const drawer = await run.step("1").openOutput(1);
    await expect(drawer.getByRole("listitem").filter({ hasText: "needle" })).toBeVisible();
    await listens(page, { key: "f", ctrl: true });
    await drawer.getByRole("region", { name: /^Lines of/ }).focus();
  };
  const note = run.side.getByLabel("Add a note to this run");
  const onPage = "On the page of a run";
  const inOutput = "In the output of a step";
  return [
    {
      titles: [onPage],
      open,
      start: async (key) => {
        await atRest();
        // The browser itself presses the button at the head of a card; the card is for the key.
        await (key === "Enter" ? there : run.step("2").head).focus();
        // It leads back, from somewhere else.
        if (key === "Escape") await note.focus();
      },
      dialogs: [...OPENS_A_DIALOG, "n"],
    },
    { titles: [inOutput, onPage], open, start: atOutput, except: (key) => key === "Enter" },
    {
      titles: [inOutput],
      open,
      except: isSingle,
      start: async () => {
        await atOutput();
        await run.drawer.getByRole("searchbox").focus();
      },
    },
    {
      titles: ["In a field of several lines", onPage],
      open,
      except: (key) => isSingle(key) || key === "Enter",
      start: async () => {
        await atRest();
        await note.focus();
      },
    },
  ];
}
