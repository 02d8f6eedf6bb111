import { CircleDashed } from "lucide-react";
import { Fragment } from "react";
import { Words } from "#components/ui/words.tsx";
import type { SiteNeed } from "#lib/client/sites/site-needs.ts";
import { severally, t } from "#lib/words/t.ts";

/** Enough to know what it is for; of a hundred procedures nobody reads all. */
const NAMED = 3;

type UnmetNeedsProps = {
  needs: readonly SiteNeed[];
  /** Offered where the parameters are edited. */
  onAdd?: ((parameter: string) => void) | undefined;
};

/** What published procedures would ask this site for and it does not say. */
export function UnmetNeeds({ needs, onAdd }: UnmetNeedsProps) {
  if (needs.length === 0) return null;
  return (
    <div className="grid gap-1">
      <p className="text-fg-2">
        {onAdd
          ? t("Asked for by procedures and not set here. Press one to add it.")
          : t("Asked for by procedures and not set here: these steps are done by hand at this site.")}
      </p>
      <ul className="grid gap-2">
        {[...byParameter(needs)].map(([parameter, askers]) => (
          <li
            key={parameter}
            className="grid grid-cols-[0.875rem_minmax(0,1fr)] items-baseline gap-x-2 md:grid-cols-[0.875rem_14rem_minmax(0,1fr)]"
          >
            <CircleDashed aria-hidden className="size-3.5 translate-y-0.5 text-fg-3" />
            {onAdd ? (
              <button
                type="button"
                onClick={() => onAdd(parameter)}
                className="font-mono text-mono min-h-6 justify-self-start text-left wrap-anywhere text-link underline touch:min-h-11"
              >
                {parameter}
              </button>
            ) : (
              <code className="font-mono text-mono wrap-anywhere">{parameter}</code>
            )}
            <ul className="text-fg-2 max-md:col-start-2">
              {[...askers].slice(0, NAMED).map(([key, { procedure, steps }]) => (
                <li key={key}>
                  <span translate="no">{procedure}</span>
                  {asked(steps).map(({ number, roles }) => (
                    <Fragment key={number}>
                      {t(", ")}
                      <Words
                        of="step {number} ({roles})"
                        with={{ number, roles: <span translate="no">{roles}</span> }}
                      />
                    </Fragment>
                  ))}
                </li>
              ))}
              {askers.size > NAMED && <li>{t("and {count} more", { count: askers.size - NAMED })}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One line for a parameter, however many procedures ask for it; those that ask alike are told once. */
function byParameter(needs: readonly SiteNeed[]): Map<string, Map<string, SiteNeed>> {
  const found = new Map<string, Map<string, SiteNeed>>();
  for (const need of needs) {
    const askers = found.get(need.parameter) ?? new Map<string, SiteNeed>();
    found.set(need.parameter, askers.set(`${need.procedure} ${JSON.stringify(need.steps)}`, need));
  }
  return found;
}

/** "step 4 (source or replication definition)": the parts that would need it. */
function asked(steps: SiteNeed["steps"]): { number: string; roles: string }[] {
  const roles = new Map<string, string[]>();
  for (const { number, role } of steps) roles.set(number, [...(roles.get(number) ?? []), role]);
  return [...roles].map(([number, at]) => ({ number, roles: severally(at, "or") }));
}
