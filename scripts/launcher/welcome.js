// @ts-check

/**
 * What the person who started the product needs to know.
 * @param {import("./settings.js").Settings} settings
 * @param {import("./prepare.js").Entrance} entrance
 */
export function welcome({ baseUrl, dataFolder }, { setUpUrl, accounts }) {
  const lines = ["", `The console is at ${baseUrl}`];
  if (setUpUrl) lines.push(`Make the first administrator at ${setUpUrl} (works once)`);
  if (accounts.length > 0) lines.push("Demo accounts, shown only now:");
  for (const { role, email, password } of accounts) lines.push(`  ${role.padEnd(10)} ${email.padEnd(28)} ${password}`);
  lines.push(`Logs and data are in ${dataFolder}. Ctrl-C stops everything.`);
  return lines.join("\n");
}
