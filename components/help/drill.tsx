import { Link } from "#components/ui/link.tsx";
import { Words } from "#components/ui/words.tsx";
import type { DrillDay } from "#lib/client/help/drill-days.ts";
import { t } from "#lib/words/t.ts";

const look = "text-link underline";

/** From nothing to a report, in the order of the days. */
export function Drill({ days }: { days: readonly DrillDay[] }) {
  const procedures = (
    <Link href="/procedures" className={look}>
      {t("Procedures")}
    </Link>
  );
  const newRun = (
    <Link href="/new-run" className={look}>
      {t("New run")}
    </Link>
  );
  return (
    <ol className="grid gap-3">
      {days.map(({ id, place, title, words }) => (
        <li key={id} id={id} className="grid target:bg-hover grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2">
          <span aria-hidden className="text-m font-semibold text-fg-2">
            {place}
          </span>
          <span>
            <b className="block">{t(title)}</b>
            <span className="text-fg-2">
              <Words of={words} with={{ procedures, newRun }} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
