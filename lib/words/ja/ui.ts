/** The plain pieces of every page. */
export const ui = {
  Automated: "自動",
  "Caution.": "注意:",
  Manual: "手作業",
  "{count} characters too long: at most {most}.": "{count} 文字長すぎます。{most} 文字以内にしてください。",
} as const;
