/** Texts that look like words and are names that no language changes: keys, header fields, formats. */
export const notWords: ReadonlySet<string> = new Set([
  "Authorization: Bearer …",
  '<svg xmlns="http://www.w3.org/2000/svg"',
  '<th scope="col">{}</th>',
  'y="{}" height="{}" fill="{}"',
  "Enter",
  "Escape",
  "Tab",
  "Home",
  "End",
  "Ctrl",
  "Esc",
  "RTO",
  ...["Edge", "Opera", "Firefox", "Chrome", "Safari", "Android", "Windows", "Linux"],
  '[role="dialog"], [role="alertdialog"], [role="menu"]',
  "{}={}; Path=/; Max-Age={}; SameSite=Lax",
]);
