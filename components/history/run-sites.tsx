import { ArrowRight } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";
import { row, t } from "#lib/words/t.ts";

type RunSitesProps = {
  /** The site's name for each role. */
  sites: Readonly<Record<string, string>>;
  strong?: boolean | undefined;
  /** Where there is room for one line: of each name its beginning. The page that it leads to has them whole. */
  oneLine?: boolean | undefined;
};

/** From where to where; the other roles stay on the run's own page. */
export function RunSites({ sites, strong = false, oneLine = false }: RunSitesProps) {
  const { source, destination } = sites;
  const look = classNames("min-w-0", strong && "font-semibold text-fg");
  if (!source || !destination) {
    return (
      <span translate="no" className={look}>
        {row([...new Set(Object.values(sites))])}
      </span>
    );
  }
  const arrow = <ArrowRight aria-label={t("to")} role="img" className="inline size-3.5 align-[-0.15em] text-fg-3" />;
  if (oneLine) {
    return (
      <span
        translate="no"
        className="inline-grid max-w-full grid-cols-[minmax(0,auto)_auto_minmax(0,auto)] items-center gap-x-1 align-top *:truncate"
      >
        <span>{source}</span> {arrow} <span>{destination}</span>
      </span>
    );
  }
  return (
    <span translate="no" className={look}>
      {source}{" "}
      <span className="inline-block max-w-full">
        {arrow} {destination}
      </span>
    </span>
  );
}
