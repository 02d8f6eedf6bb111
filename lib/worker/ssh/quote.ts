import { told } from "#lib/words/told.ts";
import { ToldError } from "#lib/words/told-error.ts";

/**
 * One word for a POSIX shell, byte for byte: in single quotes, where nothing has a meaning. Throws for what no shell
 * word can hold (NUL) and for line ends, which no argument of ours has any business with.
 */
export function quote(word: string): string {
  if (/[\0\r\n]/.test(word)) throw new ToldError(told("an argument contains NUL or the end of a line"));
  return `'${word.replaceAll("'", "'\\''")}'`;
}
