/** Texts that look like words and are names that no language changes: keys, header fields, formats. */
export const notWords: ReadonlySet<string> = new Set([
  "Enter",
  "Escape",
  "Tab",
  "Home",
  "End",
  '[role="dialog"], [role="alertdialog"], [role="menu"]',
  "{}={}; Path=/; Max-Age={}; SameSite=Lax",
]);
