import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { RunPage } from "./run-page.ts";

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

/** The handlers come with the first sign of a person. */
const listens = (page: Page) => expect.poll(() => taken(page, [{ key: "k", ctrl: true }])).toEqual(["Ctrl k"]);

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
  /** Goes there, from wherever the key before has led. */
  go: (key: string) => Promise<void>;
  /** Of those listed there, what is a letter where the focus is, or what is not for there. */
  except?: (key: string) => boolean;
};

const isSingle = (key: string) => key.length === 1;

async function compare(page: Page, { titles, go, except = () => false }: Place, sheet: Sheet): Promise<void> {
  const under = (title: string) => {
    const keys = sheet[title];
    if (!keys) throw new Error(`The sheet has no “${title}”, but ${Object.keys(sheet).join(", ")}.`);
    return keys.filter((key) => !except(key));
  };
  const [own, other] = titles;
  const heard = new Set([...under(own), ...under("On every page"), ...(other ? under(other) : [])]);
  const pressedHere = new Set([...under(own), ...(other ? [] : under("On every page"))]);
  const others = every.filter((one) => !heard.has(nameOf(one)));
  await go("");
  expect(await taken(page, others), `not listed, and taken: ${titles}`).toEqual([]);
  for (const key of every.filter((one) => pressedHere.has(nameOf(one)))) {
    await go(nameOf(key));
    expect(await taken(page, [key]), `listed: ${nameOf(key)}, ${titles}`).toEqual([nameOf(key)]);
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
  await listens(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
};

test("the sheet lists what the overview and a new run hear, with and without single letters", async ({ page, api }) => {
  // So many that they can be filtered.
  for (let runs = 0; runs < 5; runs++)
    await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const start = page.getByRole("button", { name: /^Start (LIVE|DRILL)/ });
  const places: Place[] = [
    { titles: ["On the overview"], go: opened(page, "/", page.getByRole("main").getByRole("searchbox")) },
    {
      titles: ["On the page of a new run"],
      go: opened(page, "/new-run", start.and(page.locator(":not([aria-disabled])"))),
    },
  ];
  await places[0]?.go("");
  const sheet = await readSheet(page);
  // Ctrl Enter would start it.
  await page.route("**/api/runs", (route, request) => (request.method() === "POST" ? route.abort() : route.fallback()));
  for (const place of places) await compare(page, place, sheet);
  await withoutSingleKeys(page);
  for (const place of places) await compare(page, { ...place, except: isSingle }, sheet);
});

async function withoutSingleKeys(page: Page): Promise<void> {
  await page.goto("/");
  await page.keyboard.press("?");
  const box = page.getByRole("dialog").getByRole("checkbox", { name: "Use single letters" });
  await box.press("Space");
  await expect(box).not.toBeChecked();
}

test("the sheet lists what a run, its output and a field of several lines hear", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const action = { argv: [process.execPath, "-e", "console.log('needle')"] };
  const started = await api("commander").smallRun(sites, [{ title: "Talk", roles: ["source"], action }, {}]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Run step 1");
  await run.step("1").is("Completed");
  const places = placesOfRun(page, run);
  const sheet = await readSheet(page);
  for (const place of places) await compare(page, place, sheet);
  await withoutSingleKeys(page);
  for (const { except, ...place } of places)
    await compare(page, { ...place, except: (key) => isSingle(key) || (except?.(key) ?? false) }, sheet);
});

function placesOfRun(page: Page, run: RunPage): Place[] {
  const there = run.step("2").card;
  const atRun = opened(page, page.url(), there);
  const atOutput = async () => {
    await atRun();
    const drawer = await run.step("1").openOutput(1);
    await expect(drawer.getByRole("listitem").filter({ hasText: "needle" })).toBeVisible();
  };
  const onPage = "On the page of a run";
  const inOutput = "In the output of a step";
  return [
    {
      titles: [onPage],
      go: async (key) => {
        await atRun();
        // The browser itself presses the button at the head of a card; the card is for the key.
        await (key === "Enter" ? there : run.step("2").head).focus();
        // It leads back, from somewhere else.
        if (key === "Escape") await run.side.getByLabel("Add a note to this run").focus();
      },
    },
    { titles: [inOutput, onPage], go: atOutput, except: (key) => key === "Enter" },
    {
      titles: [inOutput],
      except: isSingle,
      go: async () => {
        await atOutput();
        await run.drawer.getByRole("searchbox").focus();
      },
    },
    {
      titles: ["In a field of several lines", onPage],
      except: (key) => isSingle(key) || key === "Enter",
      go: async () => {
        await atRun();
        await run.side.getByLabel("Add a note to this run").focus();
      },
    },
  ];
}
