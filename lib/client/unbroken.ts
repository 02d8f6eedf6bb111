/** A number stays on the line of what it counts or names: "2 exceptions", "step 2". */
export const unbroken = (text: string): string =>
  text.replace(/(?<=\d) (?=\p{L})|(?<=steps?|ステップ) (?=\d)/gu, "\u00a0");
