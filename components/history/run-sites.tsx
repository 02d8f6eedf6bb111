import { ArrowRight } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";
import { row, t } from "#lib/words/t.ts";

type RunSitesProps = {
  /** The site's name for each role. */
  sites: Readonly<Record<string, string>>;
  strong?: boolean | undefined;
};

/** From where to where; the other roles stay on the run's own page. */
export function RunSites({ sites, strong = false }: RunSitesProps) {
  const { source, destination } = sites;
  const look = classNames("min-w-0", strong && "font-semibold text-fg");
  if (!source || !destination) {
    return (
      <span translate="no" className={look}>
        {row([...new Set(Object.values(sites))])}
      </span>
    );
  }
  return (
    <span translate="no" className={look}>
      {source}{" "}
      <span className="whitespace-nowrap">
        <ArrowRight aria-label={t("to")} role="img" className="inline size-3.5 align-[-0.15em] text-fg-3" />{" "}
        {destination}
      </span>
    </span>
  );
}
