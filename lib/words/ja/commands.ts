/** How commands and their outcomes are told. */
export const commands = {} as const;
