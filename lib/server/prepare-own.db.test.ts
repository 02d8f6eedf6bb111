import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { publish } from "#lib/server/procedures/publish.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { prepare } from "#lib/server/testing/prepare.ts";
import { person } from "#lib/server/testing/runs.ts";

it("publishes nothing over an organisation's own version of what comes with the product, and says so", async () => {
  const text = await readFile("procedures/disaster-recovery-switchover.yaml", "utf8");
  const title = "Switchover of Aoba Bank";
  const own = await publish({ name: "Ada" }, text.replace(/^title: .*$/m, `title: ${title}`));
  expect((await prepare()).unpublished).toEqual([{ key: own.key, title, version: 1 }]);
  expect(await readProcedure(own.key)).toEqual(own);
});

it("says where one more administrator is made, where that is asked for", async () => {
  await person("administrator");
  const address = /^http:\/\/127\.0\.0\.1:3000\/set-up\?token=further-[\w-]{43}$/;
  expect(await prepare("--new-administrator")).toMatchObject({
    setUpUrl: expect.stringMatching(address),
    further: true,
  });
});
