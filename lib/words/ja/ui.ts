/** The plain pieces of every page. */
export const ui = {
  Automated: "自動",
  "Caution.": "注意:",
  Manual: "手作業",
} as const;
