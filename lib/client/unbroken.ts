/** A number stays on the line of what it counts: "2 exceptions". */
export const unbroken = (text: string): string => text.replace(/(?<=\d) (?=\p{L})/gu, "\u00a0");
