import { t } from "#lib/words/t.ts";

/** Who asked for a check: a person by name, or the schedule of a procedure, which the server keeps as this word. */
export const askerWords = (askedBy: string): string => (askedBy === "schedule" ? t("schedule") : askedBy);
