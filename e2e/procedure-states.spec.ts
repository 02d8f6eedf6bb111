import type { Page } from "@playwright/test";
import type { DraftView } from "#lib/contract/drafts.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { procedureDraft } from "#lib/domain/testing/procedures.ts";
import { newMark } from "./testing/api.ts";
import { expect } from "./testing/fixtures.ts";
import { asItComes, cutSaving, lookAtStates, mendSaving, type People, type State } from "./testing/state-looks.ts";

/** A procedure with a second version, and a draft of the third. */
async function changed({ api }: People) {
  const commander = api("commander");
  const first = await commander.publish([{ title: "Tell the users" }, { title: "Close the lines" }]);
  const { document } = first;
  const [phase] = document.phases;
  const [one, two] = phase?.steps ?? [];
  const steps = [{ ...one, title: "Tell the users by mail", remarks: "In their language" }, two];
  const next = { ...document, description: "As it is today", phases: [{ ...phase, steps }] };
  const second = await commander.call<{ id: string; key: string }>("POST", "/api/procedures", {
    document: JSON.stringify(next),
  });
  await commander.call("PUT", `/api/drafts/${second.key}/steps/2`, {
    step: { ...two, title: "Close all lines", caution: "Not the one to the service desk." },
    seen: { version: second.id },
  });
  return { first, second };
}

/** Another version of the procedure whose draft is open; the page has not heard of it. */
async function publishMeanwhile(page: Page): Promise<void> {
  const key = new URL(page.url()).pathname.split("/").at(-1);
  const known = await page.request.get(`/api/procedures/${key}`);
  const { document } = (await known.json()) as ProcedureView;
  const next = { ...document, description: "As it is tomorrow" };
  await page.request.post("/api/procedures", { data: { document: JSON.stringify(next) } });
  await page.getByRole("button", { name: "Publish v3" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Not published." });
  await expect(refused).toContainText("Look at the difference");
  await expect(refused).toContainText("Publishing the draft would undo what v3 changed");
  await expect(page.getByText("v3 was published meanwhile.", { exact: true }), "said once").toHaveCount(0);
}

async function readAgain(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByText("v3 was published meanwhile.")).toBeVisible();
}

/** By a second press, once it is told what that would undo. */
async function askToPublish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publish v4…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Publish over v3?" });
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await expect(dialog).toContainText(/The procedure, description.*As it is tomorrow.*As it is today/);
}

async function publishOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publish v4 over v3" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("v4");
}

async function neverPublished({ api }: People): Promise<string> {
  const key = `new-${newMark()}`;
  const document = JSON.stringify(procedureDraft([{ title: "Tell the users" }, {}], { key, title: "Move the mail" }));
  await api("commander").call("POST", "/api/drafts", { document });
  return `/drafts/${key}`;
}

const keep = (page: Page) => page.getByRole("button", { name: "Keep in the draft" }).click();

/** Somebody changes the draft of the step that is being changed here. */
async function changeMeanwhile(page: Page): Promise<void> {
  const [, id] = /\/procedures\/([^/]+)/.exec(page.url()) ?? [];
  const { key } = (await (await page.request.get(`/api/procedures/${id}`)).json()) as ProcedureView;
  const { revision, document } = (await (await page.request.get(`/api/drafts/${key}`)).json()) as DraftView;
  const step = { ...document.phases[0]?.steps[1], title: "Close all lines but one" };
  await page.request.put(`/api/drafts/${key}/steps/2`, { data: { step, seen: { draft: revision } } });
}

/** The same step by two people: each has changed one field alone, and both the same one. */
async function changeBoth(page: Page): Promise<void> {
  const [, id] = /\/procedures\/([^/]+)/.exec(page.url()) ?? [];
  const { key } = (await (await page.request.get(`/api/procedures/${id}`)).json()) as ProcedureView;
  const { revision, document } = (await (await page.request.get(`/api/drafts/${key}`)).json()) as DraftView;
  const step = { ...document.phases[0]?.steps[0], remarks: "In both languages", caution: "Not at night." };
  await page.request.put(`/api/drafts/${key}/steps/1`, { data: { step, seen: { draft: revision } } });
  await page.getByRole("textbox", { name: "Title" }).fill("Tell all users");
  await page.getByRole("textbox", { name: "Remarks" }).fill("In their own language");
}

async function openAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open again, keep what I entered" }).click();
  await expect(page.getByRole("button", { name: "Keep in the draft" })).toBeFocused();
}

const states: Record<string, State> = {
  "what changed in a procedure": {
    role: "commander",
    at: async (people) => `/procedures/${(await changed(people)).first.id}/changes`,
    looks: { "procedure-changes": asItComes },
  },
  "a draft of a procedure": {
    role: "commander",
    at: async (people) => `/drafts/${(await changed(people)).second.key}`,
    looks: {
      draft: asItComes,
      "draft-refused": publishMeanwhile,
      "draft-behind": readAgain,
      "draft-over": askToPublish,
      "draft-over-published": publishOver,
    },
  },
  "a draft of a procedure that was never published": {
    role: "commander",
    at: neverPublished,
    looks: {
      "draft-new": async (page) => {
        await expect(page.getByText("All of it, with 2 steps:")).toBeVisible();
        await expect(page.getByRole("list", { name: "What changes" })).toContainText("Tell the users");
      },
    },
  },
  "the form of a step": {
    role: "commander",
    at: async (people) => `/procedures/${(await changed(people)).second.id}/steps/1`,
    height: 2_400,
    looks: {
      "step-form": asItComes,
      "step-form-not-sent": async (page) => {
        await cutSaving(page);
        await keep(page);
        await expect(
          page.getByRole("alert").filter({ hasText: "it is not known whether this was done" }),
        ).toBeVisible();
        await mendSaving(page);
      },
      "step-form-changed-meanwhile": async (page) => {
        await changeMeanwhile(page);
        await keep(page);
        await expect(page.getByRole("alert").filter({ hasText: "has changed this draft" })).toBeVisible();
      },
      "step-form-opened-again": async (page) => {
        await openAgain(page);
        await expect(page.getByText("Others changed nothing in this step.")).toBeVisible();
        await changeBoth(page);
        await keep(page);
        await openAgain(page);
        await expect(page.getByRole("status").filter({ hasText: "Others have changed Caution" })).toHaveText(
          "Others have changed Caution: theirs stands here now. Others have changed Remarks too: yours is kept.",
        );
        await expect(page.getByRole("textbox", { name: "Caution" })).toHaveValue("Not at night.");
        const kept = page.getByRole("textbox", { name: "Remarks" });
        await expect(kept).toHaveValue("In their own language");
        await expect(kept).toHaveAccessibleDescription("Others wrote: “In both languages”");
      },
      "step-form-kept": async (page) => {
        await keep(page);
        const changes = page.getByRole("list", { name: "What changes" });
        for (const said of ["Tell all users", "In their own language", "Not at night.", "Close all lines but one"])
          await expect(changes).toContainText(said);
      },
    },
  },
};

lookAtStates(states);
