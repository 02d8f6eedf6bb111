import "server-only";
import { parseArgs } from "node:util";
import { env } from "#lib/server/env.ts";
import { mailSettings } from "#lib/server/notify/mail-settings.ts";
import { singleSignOnSettings } from "#lib/server/single-sign-on/settings.ts";

/** Run before the web process and the worker at every start. Its output is one line of JSON for the launcher. */
const { values } = parseArgs({
  options: { demo: { type: "boolean", default: false }, "new-administrator": { type: "boolean", default: false } },
});

/** What is configured wrongly is said at the start, not at the first sign-in: each of these throws a sentence. */
function misconfigured(): string | null {
  try {
    env("AUTH_SECRET");
    env("LOG_LEVEL");
    mailSettings();
    singleSignOnSettings();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function prepare() {
  const sentence = misconfigured();
  if (sentence !== null) return { misconfigured: sentence };
  const { install } = await import("#lib/server/install.ts"); // not earlier: loading it reads LOG_LEVEL
  return await install({ demo: values.demo, further: values["new-administrator"] });
}

process.stdout.write(`${JSON.stringify(await prepare())}\n`);
