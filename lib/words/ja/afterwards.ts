/** What is entered afterwards. */
export const afterwards = {
  "Enter afterwards, {run}": "{run} の事後入力",
} as const;
