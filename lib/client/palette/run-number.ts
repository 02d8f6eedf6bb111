/** The number of a run, where that is what was typed: "R-0042", "r42", "42". */
export function runNumberIn(text: string): number | null {
  const digits = /^(?:r-?)?0*([1-9]\d{0,8})$/i.exec(text.normalize("NFKC").trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
