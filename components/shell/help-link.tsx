import { CircleQuestionMark } from "lucide-react";
import { type HelpedPage, pageHelp } from "#lib/client/help/page-help.ts";
import { t } from "#lib/words/t.ts";

/** Beside the title: what the help says of this page, which stays open with whatever was written there. */
export const HelpLink = ({ about }: { about: HelpedPage }) => (
  <a
    href={pageHelp[about]}
    target="_blank"
    rel="noopener"
    title={t("Help with this page")}
    className="inline-grid size-6 flex-none place-items-center rounded text-fg-3 hover:bg-hover hover:text-fg touch:-my-3 touch:size-11 print:hidden [&>svg]:size-4"
  >
    <CircleQuestionMark aria-hidden />
    <span className="sr-only">{t("Help with this page")}</span>
  </a>
);
