export type LineLink = { step: string; attempt: number; line: number };

/** The end of an address that leads to one line of an output: "#output-12a-1-L340". */
export const lineHash = ({ step, attempt }: { step: string; attempt: number }, line: number): string =>
  `#output-${step}-${attempt}-L${line}`;

/** Where such an address leads; null for any other. */
export function readLineHash(hash: string): LineLink | null {
  const [, step, attempt, line] = /^#output-([1-9][0-9]{0,3}[a-z]?)-([1-9]\d{0,5})-L([1-9]\d{0,8})$/.exec(hash) ?? [];
  return step ? { step, attempt: Number(attempt), line: Number(line) } : null;
}
