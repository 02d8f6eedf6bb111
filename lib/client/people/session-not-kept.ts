import { t } from "#lib/words/t.ts";

/** Why a browser has not kept the session that was begun: `console` is where the console is meant to be opened, `here` where it was. */
export function sessionNotKept(console: string, here: string): string {
  // A cookie that is meant for https is thrown away where the page came without it.
  if (console.startsWith("https:") && !here.startsWith("https:")) {
    return t(
      "What you entered is right, but this browser does not keep the session: the console is set up for {address}. Open it there, or have it started with another BASE_URL.",
      { address: console },
    );
  }
  return t(
    "What you entered is right, but this browser does not keep the session. Let it keep cookies of this console.",
  );
}
