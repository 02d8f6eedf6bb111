/** One's own account. */
export const account = {
  "Asked for since {date}": "{date} から要求中",
} as const;
