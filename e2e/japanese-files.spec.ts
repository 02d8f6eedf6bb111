import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { japaneseDrill, namesOf } from "./testing/japanese.ts";
import { latinWords } from "./testing/latin-words.ts";
import { lookAtFile } from "./testing/look-at-file.ts";
import { printsOnBoth } from "./testing/printed.ts";

test.use({ locale: "ja-JP", role: "commander" });

test("whoever reads Japanese keeps Japanese files: run pack, report, and the procedure on paper", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const run = await japaneseDrill({ api });
  await api("commander").send(run.id, { type: "run.fail", reason: "電源が戻らない" });
  const { key } = await api("commander").procedure(run.procedureId);
  const commands = ["/bin/true", "/bin/false"];
  const written = [...namesOf(run, accounts), ...commands, accounts.commander.email];
  const label = runLabel(run.number);
  await page.goto("/help");
  const reader = await page.context().newPage();
  for (const [name, at] of Object.entries({
    pack: `/api/runs/${label}/pack`,
    report: `/api/runs/${label}/report/file?format=html`,
    paper: `/api/procedures/${key}/paper`,
  })) {
    await reader.setContent(await page.evaluate((address) => fetch(address).then((file) => file.text()), at));
    await expect(reader.locator("html"), name).toHaveAttribute("lang", "ja");
    await lookAtFile(reader, `japanese-${name}`, { axe });
    expect.soft(await latinWords(reader, written), `${name} says in English`).toEqual([]);
    if (name === "paper") continue;
    // The watermark, behind the words that say whose page it is.
    const drill = name === "pack" ? new RegExp(`訓練 +訓練 +${label}`) : new RegExp(`訓練.*訓練 +${label}`);
    await printsOnBoth(reader, `japanese-${name}`, { each: [drill, /^\d+ *\/ *\d+/], whole: [/電源が戻らない/] });
  }
});
