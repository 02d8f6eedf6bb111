import { NoSuchRun } from "#components/shell/no-such-run.tsx";
import { t } from "#lib/words/t.ts";

export default function RunNotFound() {
  return (
    <main id="main" className="grid max-w-160 gap-4 p-4">
      <h1 className="text-l font-semibold">{t("No such run")}</h1>
      <NoSuchRun />
    </main>
  );
}
