/** Messages, their channels and deliveries. */
export const messages = {} as const;
