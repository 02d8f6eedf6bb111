import type { Asked } from "#lib/domain/run/state.ts";
import { workLines } from "#lib/domain/work-words.ts";
import { t } from "#lib/words/t.ts";

/** What an approval was asked for, in a line: "by hand", or the command. Undefined where the step says all of it. */
export function askedWords({ byHand, command }: Asked): string | undefined {
  if (byHand) return t("by hand");
  const lines = command ? workLines(command) : [];
  const [main] = [...lines.filter(({ args }) => args), ...lines];
  return main?.args?.join(" ") ?? main?.words;
}
