import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { bringProcedure, readBrought } from "#lib/server/procedures/bring.ts";
import { importDraft } from "#lib/server/procedures/change-draft.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { publishDraft } from "#lib/server/procedures/publish-draft.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { chain, person } from "#lib/server/testing/runs.ts";

const ada = await person("administrator", "Ada");
const written = (key: string, title: string) => stringify({ ...(chain(3) as object), key, title });

it("publishes what comes with the product, and a newer text of it, while nobody has published over it", async () => {
  const key = `p-${randomUUID()}`;
  expect(await bringProcedure(written(key, "As it came"))).toBeNull();
  expect(await bringProcedure(written(key, "As it came"))).toBeNull();
  expect(await bringProcedure(written(key, "Newer"))).toBeNull();
  expect(await readProcedure(key)).toMatchObject({
    version: 2,
    title: "Newer",
    builtIn: true,
    publishedBy: "built in",
  });
  expect(await readBrought(key)).toEqual({ document: null });
});

it("leaves an organisation's own version in force, and keeps the newer text to be compared", async () => {
  const key = `p-${randomUUID()}`;
  await bringProcedure(written(key, "As it came"));
  const own = await publish(ada, written(key, "Our own"), 1);
  expect(await bringProcedure(written(key, "As it came")), "nothing is new").toBeNull();

  const newer = written(key, "Newer");
  const told = { key, title: "Our own", version: 2 };
  expect(await bringProcedure(newer)).toEqual(told);
  expect(await bringProcedure(newer), "said at each start").toEqual(told);
  expect(await readProcedure(key)).toEqual(own);
  const { document } = await readBrought(key);
  expect(document).toMatchObject({ key, title: "Newer" });

  const draft = await importDraft(ada, JSON.stringify(document), null);
  await publishDraft(ada, key, { seen: draft.revision, latest: own.id });
  expect(await readProcedure(key)).toMatchObject({ version: 3, title: "Newer", builtIn: false, publishedBy: "Ada" });
  expect(await readBrought(key), "it is a version now").toEqual({ document: null });
  expect(await bringProcedure(newer)).toBeNull();
});
