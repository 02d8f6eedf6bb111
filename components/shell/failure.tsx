import { FileText, RefreshCw, TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Words } from "#components/ui/words.tsx";
import { useFailedRun } from "#lib/client/run/use-failed-run.ts";
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

/** A page that could not be shown. Says that nothing was changed, and how to go on. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const number = numberOf(error);
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
      <EmptyState
        icon={<TriangleAlert aria-hidden />}
        title={t("Something failed while it was being prepared")}
        action={
          <>
            <Button icon={<RefreshCw aria-hidden />} onClick={retry}>
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
          </>
        }
      >
        <p>{t("Runs continue without this page. Nothing was changed by this error.")}</p>
        {number && (
          <p>
            <Words of="Error number: {number}" with={{ number: <code className="font-mono">{number}</code> }} />
          </p>
        )}
      </EmptyState>
    </main>
  );
}
