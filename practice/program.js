// @ts-check
import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openSite, Refusal } from "./site.js";

/** @import { Site } from "./site.js" */

const options = /** @type {const} */ ({
  site: { type: "string" },
  fail: { type: "boolean", default: false },
  slow: { type: "string" },
  "ignore-sigterm": { type: "boolean", default: false },
  compare: { type: "boolean", default: false },
});

/**
 * Runs one practice program: opens its site, behaves as badly as was asked for, works, and ends with 0 only when the
 * work was done. A refused precondition ends with 1, a wrong command line with 2.
 * @param {(site: Site, say: (line: string) => void, options: { compare: boolean }) => Promise<void>} work
 */
export async function practice(work) {
  const program = basename(process.argv[1] ?? "", ".js");
  let speaker = "Practice";
  const say = (/** @type {string} */ line) => console.log(`${speaker}: ${line}`);
  try {
    const { values } = parseArgs({ options });
    if (!values.site) throw new Refusal(`Usage: node practice/${program}.js --site <folder of a practice site>`, 2);
    const site = await openSite(values.site);
    speaker = site.name;
    if (values["ignore-sigterm"] || (await takeOrder(site, `ignore-sigterm-next-${program}`)) !== null) {
      process.on("SIGTERM", () => say("SIGTERM is ignored, as was asked for"));
    }
    const slow = values.slow ?? (await takeOrder(site, `slow-next-${program}`));
    if (slow !== null) await dawdle(Number(slow || 30), say);
    if (values.fail || (await takeOrder(site, `fail-next-${program}`)) !== null) {
      throw new Refusal("failed on purpose, as was asked for; nothing was changed");
    }
    await work(site, say, { compare: values.compare });
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    console.error(`${speaker}: ${sentence}`);
    process.exitCode = error instanceof Refusal ? error.exitCode : isUsage(error) ? 2 : 1;
  }
}

/** @param {unknown} error */
const isUsage = (error) => error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/**
 * A file in the site's folder asks for bad behaviour once: it is taken away when it is read.
 * @param {Site} site
 * @param {string} name
 */
async function takeOrder(site, name) {
  const file = join(site.folder, name);
  const text = await readFile(file, "utf8").catch(() => null);
  await rm(file, { force: true });
  return text === null ? null : text.trim();
}

/**
 * @param {number} seconds
 * @param {(line: string) => void} say
 */
async function dawdle(seconds, say) {
  if (!(seconds >= 0 && seconds <= 86_400)) throw new Refusal("--slow takes a number of seconds, at most 86400", 2);
  for (let passed = 0; passed < seconds; passed++) {
    say(`slow as was asked for, ${passed} of ${seconds} s`);
    await pause(Math.min(1, seconds - passed) * 1_000);
  }
}
