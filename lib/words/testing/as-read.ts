/** Texts as a person reads them, who sees no difference between a space and one at which no line ends. */
export const asRead = <Told>(told: Told): Told => JSON.parse(JSON.stringify(told).replaceAll("\u00a0", " "));
