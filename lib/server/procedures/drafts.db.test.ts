import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { DraftView } from "#lib/contract/drafts.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { changeDraftStep, discardDraft, importDraft } from "#lib/server/procedures/change-draft.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { publishDraft } from "#lib/server/procedures/publish-draft.ts";
import { downloadProcedure, listProcedures, readProcedure } from "#lib/server/procedures/read.ts";
import { listDrafts, readDraft } from "#lib/server/procedures/read-draft.ts";
import { chain, person } from "#lib/server/testing/runs.ts";

const ada = await person("commander", "Ada");
const ben = await person("administrator", "Ben");

const written = (key: string, title = "A chain") => stringify({ ...(chain(3) as object), key, title });
const publishedAs = (key = `p-${randomUUID()}`, title?: string) => publish({ name: "Ada" }, written(key, title));
const stepOf = (view: ProcedureView | DraftView, number = "2"): Step =>
  outline(view.document).byNumber.get(number) ?? expect.fail(`no step ${number}`);
const firstChange = (version: ProcedureView, title = "Changed", actor = ada) =>
  changeDraftStep(
    actor,
    { key: version.key, number: "2" },
    { step: { ...stepOf(version), title }, seen: { version: version.id } },
  );
const nextChange = (draft: DraftView, title: string, actor = ada) =>
  changeDraftStep(
    actor,
    { key: draft.key, number: "2" },
    { step: { ...stepOf(draft), title }, seen: { draft: draft.revision } },
  );

describe("a draft", () => {
  it("begins with the first change of a step, says who made it, and leaves the version as it is", async () => {
    const version = await publishedAs();
    const draft = await firstChange(version);
    expect(draft).toMatchObject({
      key: version.key,
      base: { id: version.id, version: 1 },
      latest: { id: version.id, version: 1 },
      changedBy: "Ada",
    });
    expect(stepOf(draft).title).toBe("Changed");
    expect(stepOf(await readProcedure(version.key)).title).toBe("Step 2");
    expect((await listDrafts()).drafts).toContainEqual(expect.objectContaining({ key: version.key }));
  });

  it("collects changes, each under a revision of its own", async () => {
    const first = await firstChange(await publishedAs());
    const second = await nextChange(first, "Again", ben);
    expect(second).toMatchObject({ changedBy: "Ben", base: first.base });
    expect(second.revision).not.toBe(first.revision);
  });

  it("is not overwritten by who looked at an older one, and says who was first", async () => {
    const first = await firstChange(await publishedAs());
    const second = await nextChange(first, "Ben's", ben);
    await expect(nextChange(first, "Ada's")).rejects.toMatchObject({ code: "conflict", extras: { by: "Ben" } });
    await expect(discardDraft(ada, first.key, first.revision)).rejects.toMatchObject({ code: "conflict" });
    const old = { seen: first.revision, latest: first.latest?.id ?? null };
    await expect(publishDraft(ada, first.key, old)).rejects.toMatchObject({ code: "conflict", extras: { by: "Ben" } });
    expect(await readDraft(first.key)).toEqual(second);
  });

  it("is begun once when two begin it together, and changed once when two change it", async () => {
    const version = await publishedAs();
    const begun = await Promise.allSettled([firstChange(version, "Ada's"), firstChange(version, "Ben's", ben)]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const draft = await readDraft(version.key);
    const changed = await Promise.allSettled(["a", "b", "c"].map((title) => nextChange(draft, title)));
    expect(changed.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("is not begun from a version that is no longer the latest, or from a number that is none", async () => {
    const version = await publishedAs();
    await publishedAs(version.key, "Newer");
    await expect(firstChange(version)).rejects.toMatchObject({ code: "conflict", extras: { by: "Ada" } });
    const latest = await readProcedure(version.key);
    const change = { step: stepOf(latest), seen: { version: latest.id } };
    const other = changeDraftStep(ada, { key: latest.key, number: "1" }, change);
    await expect(other).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path: "step.number" }] },
    });
    const ninth = { step: { ...stepOf(latest), number: "9" }, seen: { version: latest.id } };
    const nowhere = changeDraftStep(ada, { key: latest.key, number: "9" }, ninth);
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
    await expect(readDraft(version.key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is discarded without a trace in the versions", async () => {
    const draft = await firstChange(await publishedAs());
    await discardDraft(ada, draft.key, draft.revision);
    await expect(readDraft(draft.key)).rejects.toMatchObject({ code: "not_found" });
    await expect(nextChange(draft, "Late")).rejects.toMatchObject({ code: "not_found" });
    expect((await listProcedures({ key: draft.key, limit: 9 })).procedures).toHaveLength(1);
  });
});

describe("a document that is imported", () => {
  it("becomes a draft, also of a procedure that has no version yet", async () => {
    const key = `p-${randomUUID()}`;
    const draft = await importDraft(ada, written(key), null);
    expect(draft).toMatchObject({ key, base: null, latest: null });
    const first = await publishDraft(ada, key, { seen: draft.revision, latest: null });
    expect(first).toMatchObject({ key, version: 1, publishedBy: "Ada" });
  });

  it("replaces only the draft that was seen", async () => {
    const draft = await firstChange(await publishedAs());
    await expect(importDraft(ben, written(draft.key), null)).rejects.toMatchObject({
      ...{ code: "conflict", extras: { by: "Ada" } },
      message: "There is a draft already: publish or discard it first.",
    });
    const imported = await importDraft(ben, written(draft.key, "Imported"), draft.revision);
    expect(imported).toMatchObject({ title: "Imported", changedBy: "Ben", base: draft.base });
  });

  it("is refused with field and line when it is faulty, and nothing is kept", async () => {
    const key = `p-${randomUUID()}`;
    await expect(importDraft(ada, written(key).replace("kind: manual", "kind: magic"), null)).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path: "phases[0].steps[0].kind", line: expect.any(Number) }] },
    });
    await expect(readDraft(key)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("publishing a draft", () => {
  it("makes the next version and ends the draft; the version before stays", async () => {
    const version = await publishedAs();
    const draft = await firstChange(version);
    const made = await publishDraft(ben, version.key, { seen: draft.revision, latest: version.id });
    expect(made).toMatchObject({ version: 2, publishedBy: "Ben", document: draft.document });
    expect(await readProcedure(version.id)).toEqual(version);
    await expect(readDraft(version.key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("happens once, whoever presses together", async () => {
    const draft = await firstChange(await publishedAs());
    const press = () => publishDraft(ada, draft.key, { seen: draft.revision, latest: draft.latest?.id ?? null });
    const pressed = await Promise.allSettled([press(), press(), press()]);
    expect(pressed.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect((await listProcedures({ key: draft.key, limit: 9 })).procedures).toHaveLength(2);
  });

  it("is refused after a version that was not compared with it, and allowed once it was", async () => {
    const version = await publishedAs();
    const draft = await firstChange(version);
    const newer = await publish({ name: "Cy" }, written(version.key, "Newer"), 1);
    const stale = publishDraft(ada, version.key, { seen: draft.revision, latest: version.id });
    await expect(stale).rejects.toMatchObject({ code: "conflict", extras: { by: "Cy" } });
    const kept = await readDraft(version.key);
    expect(kept).toMatchObject({ base: { version: 1 }, latest: { id: newer.id, version: 2 } });
    const made = await publishDraft(ada, version.key, { seen: kept.revision, latest: newer.id });
    expect(made).toMatchObject({ version: 3, title: version.title });
  });

  it("is refused while a rule is broken, which is named with its field, and keeps the draft", async () => {
    const version = await publishedAs();
    const step = { ...stepOf(version), uses: ["folder"] };
    const seen = { version: version.id };
    const draft = await changeDraftStep(ada, { key: version.key, number: "2" }, { step, seen });
    const faulty = publishDraft(ada, version.key, { seen: draft.revision, latest: version.id });
    await expect(faulty).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path: "phases[0].steps[1].uses[0]" }] },
    });
    expect(await readDraft(version.key)).toEqual(draft);
  });

  it("goes back to an older version, which is then there twice, word for word", async () => {
    const first = await publishedAs();
    const second = await publish({ name: "Cy" }, written(first.key, "Newer"), 1);
    const file = await (await downloadProcedure(first.id)).text();
    const draft = await importDraft(ada, file, null);
    expect(draft, "what v2 changed is told before it is undone").toMatchObject({ base: { version: 1 } });
    const again = await publishDraft(ada, first.key, { seen: draft.revision, latest: second.id });
    expect(again).toMatchObject({ version: 3, publishedBy: "Ada", hash: first.hash, document: first.document });
    expect((await readProcedure(first.key)).id).toBe(again.id);
    expect((await readProcedure(first.hash)).id, "the last of them").toBe(again.id);
    expect(await readProcedure(first.id)).toEqual(first);
    expect((await publish({ name: "Cy" }, file)).id, "uploaded, it is in force already").toBe(again.id);
    const next = await publish({ name: "Cy" }, file.replace("A chain", "From v1"));
    expect(next, "nothing was changed since its text was published again").toMatchObject({ version: 4 });
  });

  it("is refused when nothing is changed", async () => {
    const version = await publishedAs();
    const draft = await firstChange(version, "Step 2");
    const same = publishDraft(ada, version.key, { seen: draft.revision, latest: version.id });
    await expect(same).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("version 1") });
  });
});
