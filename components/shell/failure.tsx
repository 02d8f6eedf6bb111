import { FileText, RefreshCw, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Time } from "#components/shell/time.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import { useFailedRun } from "#lib/client/run/use-failed-run.ts";
import { serverNowMs } from "#lib/client/server-clock.ts";
import { modeWord } from "#lib/domain/run/run-words.ts";
import { t } from "#lib/words/t.ts";

/** Next.js puts the number of a server error, as logged, in `digest`. */
function numberOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}

/** The tab says which run it was, with LIVE or DRILL where this browser knows it; the page that failed may have said so. */
function useTitle(run: ReturnType<typeof useFailedRun>): void {
  const name = run && (run.mode ? `${modeWord(run.mode)} ${run.label}` : run.label);
  useEffect(() => {
    if (name === null || document.title.includes(name)) return;
    document.title = t("{run}: {what}", { run: name, what: t("Error · Switchover console") });
  }, [name]);
}

/** When it failed, and by what it is found: by the number in the server's log, or as the browser says it. */
function WhatToReport({ error }: { error: unknown }) {
  const [at] = useState(serverNowMs);
  const number = numberOf(error);
  return (
    <div className="text-fg-2">
      <p>
        <Words of="Time: {time}" with={{ time: <Time at={at} show="dateTime" precision="second" /> }} />
      </p>
      <p className="wrap-anywhere">
        {number === null ? (
          <code translate="no">{String(error)}</code>
        ) : (
          <Words of="Error number: {number}" with={{ number: <code>{number}</code> }} />
        )}
      </p>
    </div>
  );
}

/** A page that could not be shown. Says that nothing was changed, and how to go on. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const run = useFailedRun();
  useTitle(run);
  return (
    <main id="main" className="grid max-w-160 gap-4 p-4">
      <h1 className="text-l font-semibold">
        {run ? (
          <Words
            of="{run}: {what}"
            with={{
              run: run.mode ? <ModeWord mode={run.mode} text={run.label} /> : run.label,
              what: t("This page could not be shown"),
            }}
          />
        ) : (
          t("This page could not be shown")
        )}
      </h1>
      <div className="grid gap-2 rounded border border-line-2 bg-surface p-4">
        <Outcome tone="bad" icon={<TriangleAlert aria-hidden />} className="text-m">
          {t("Something failed while it was being prepared")}
        </Outcome>
        <p className="text-fg-2">{t("Runs continue without this page. Nothing was changed by this error.")}</p>
        <WhatToReport error={error} />
        <Actions>
          <Button look="primary" icon={<RefreshCw aria-hidden />} onClick={retry}>
            {t("Try again")}
          </Button>
          {run?.pack && (
            <a href={run.pack} className={buttonClass({})}>
              <FileText aria-hidden />
              {t("Open the saved run pack")}
            </a>
          )}
          {/* Anew: what failed may be the navigation itself. */}
          <a href="/" className={buttonClass({})}>
            {t("Go to the overview")}
          </a>
        </Actions>
      </div>
    </main>
  );
}
