import type { Mode } from "#components/ui/mode-block.tsx";
import { t } from "#lib/words/t.ts";

/** "LIVE R-0042" or "DRILL R-0041" in running text and tables. */
export function ModeWord({ mode, text }: { mode: Mode; text: string }) {
  return (
    <b className={mode === "drill" ? "whitespace-nowrap text-drill" : "whitespace-nowrap"}>
      {mode === "drill" ? t("DRILL") : t("LIVE")} {text}
    </b>
  );
}
