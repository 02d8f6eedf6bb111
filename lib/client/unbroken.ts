/** A number stays on the line of the word before and after it: "step 1", "1 h 00 min". */
export const unbroken = (text: string): string => text.replace(/(?<=\p{L}) (?=\d)|(?<=\d) (?=\p{L})/gu, "\u00a0");
