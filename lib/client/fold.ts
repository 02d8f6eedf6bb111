/** How texts are compared: "ＤＲ" as "dr", "１" as "1", "ｶﾞ" as "ガ". */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
