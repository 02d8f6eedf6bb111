// @ts-check

/**
 * What the person who started the product needs to know.
 * @param {import("./settings.js").Settings} settings
 * @param {import("./prepare.js").Entrance} entrance
 */
export function welcome({ baseUrl, dataFolder }, { setUpUrl, further, accounts, unpublished }) {
  const lines = ["", `The console is at ${baseUrl}`];
  if (setUpUrl && further) lines.push(`Make a further administrator at ${setUpUrl} (works once, within an hour)`);
  else if (setUpUrl) lines.push(`Make the first administrator at ${setUpUrl} (works once)`);
  if (accounts.length > 0) lines.push("Demo accounts, shown only now:");
  for (const { role, email, password } of accounts) lines.push(`  ${role.padEnd(10)} ${email.padEnd(28)} ${password}`);
  for (const { key, title, version } of unpublished) {
    lines.push(
      `This version brings a newer text of "${title}". Your own v${version} stays the latest; compare them at`,
      `  ${baseUrl}/procedures/${key}`,
    );
  }
  lines.push(`Logs and data are in ${dataFolder}. Ctrl-C stops everything.`);
  return lines.join("\n");
}
