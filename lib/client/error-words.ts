import { ApiError, NoAnswerError } from "#lib/client/api-error.ts";
import { t } from "#lib/words/t.ts";

export type ErrorWords = {
  /** What went wrong, and what to do next. */
  sentence: string;
  /** What is wrong with each field, by its path in the request: `email`, `parameters.stop.0`. */
  fields: Readonly<Record<string, string>>;
};

/** An error of `call` in words for a form. */
export function errorWords(error: unknown): ErrorWords {
  if (error instanceof NoAnswerError) {
    return {
      sentence: t("The server did not answer, so it is not known whether this was done. Try again."),
      fields: {},
    };
  }
  if (!(error instanceof ApiError)) return { sentence: t("This page failed. Reload it and try again."), fields: {} };
  const { problem } = error;
  const fields = Object.fromEntries((problem.issues ?? []).map(({ path, message }) => [path, asSentence(message)]));
  switch (problem.code) {
    case "unauthenticated":
      return { sentence: t("You are signed out. Sign in again in another tab, then try again here."), fields };
    case "internal":
      return {
        sentence: t("{problem} Error number: {number}", { problem: problem.detail, number: problem.requestId }),
        fields,
      };
    default:
      return { sentence: problem.detail, fields };
  }
}

/** Why something could not be read: asking again does no harm. */
export const whyUnread = (error: unknown): string =>
  error instanceof NoAnswerError ? error.message : errorWords(error).sentence;

/** The messages of the contract begin small and have no full stop. */
export function asSentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?。]$/.test(begun) ? begun : t("{sentence}.", { sentence: begun });
}
