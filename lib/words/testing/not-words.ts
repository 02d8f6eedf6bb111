const names = [
  ...["RTO", "SHA-256", "SMTP_URL", "SMTP_FROM", "Slack", "Microsoft Teams", "http", "ssh"],
  ...["Edge", "Opera", "Firefox", "Chrome", "Safari", "Android", "Windows", "Linux"],
];

const keys = ["Enter", "Escape", "Esc", "Tab", "Home", "End", "Ctrl", "Ctrl Enter", "Control+Enter Meta+Enter"];

/** What a protocol or a program reads. */
const protocols = [
  ...["Authorization: Bearer …", "webhook-signature", "openid profile email", "id: {} data: {}", "event: {} data: {}"],
  ...["{}={}; Max-Age={}; Path=/; HttpOnly; SameSite=Lax{}", "{}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax{}"],
  ...["{}={}; Path=/; Max-Age={}; SameSite=Lax", 'attachment; filename="{}-v{}.yaml"', 'attachment; filename="{}"'],
  ...['attachment; filename="runs.csv"', 'inline; filename="{}"', "-{}px 0px 0px"],
  "Bolder",
  ...['[role="dialog"], [role="alertdialog"], [role="menu"]', "#main :is(article, li, tr)"],
];

const markup = [
  ...['<svg xmlns="http://www.w3.org/2000/svg"', 'y="{}" height="{}" fill="{}"', '<th scope="col">{}</th>'],
  ...[
    '<span class="tag">{}</span>',
    '<span class="whole">{}</span>',
    '<div class="room">{}</div>',
    '<div class="drawn" tabindex="0">{}</div>',
  ],
  '<li class="card"> <div class="head">{}<h3>{}</h3>{}</div> <p class="state">{}</p> {} <dl>{}</dl> {} {} </li>',
];

/** English for whoever reads programs: the description of the API, columns of CSV, what secrets are sealed for, logs, settings. */
const forPrograms = [
  ...["Everything the pages can do.", "What is wrong (RFC 9457)", "Problem"],
  ...[", in seconds", "As of"],
  ...["known device {} {}", "second factor", "notice channel address", "notice channel secret"],
  ...["account {}", "network {}", "device {}", "oidc {}"],
  ...["switchover console: {}", "hashed later: {}", "it has no head", "event {}:"],
  "it needs 16 characters or more; where it is left out, DATA_DIR/auth.secret does",
];

/** What stands in the database, as what people write does. */
const written = ["Practice East", "Practice West", "a folder on this machine"];

/** Texts that look like words and are none that the catalogue holds. */
export const notWords: ReadonlySet<string> = new Set([
  ...names,
  ...keys,
  ...protocols,
  ...markup,
  ...forPrograms,
  ...written,
]);
