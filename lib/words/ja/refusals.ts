/** Why a command is refused. */
export const refusals = {} as const;
