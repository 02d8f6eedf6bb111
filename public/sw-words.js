// What the service worker says, and how it tells times: as the pages do, whose catalogue is not there without the server.

const WORDS = {
  en: {
    language: "en",
    readOnly: "Read only.",
    readOnlyAway: "Read only: not connected.",
    noAnswer: "The server does not answer.",
    thisIs: ({ label, age, at }) =>
      `This is what this browser kept of ${label}: it was so ${age} before you opened this page, at ${at}, and may have changed since.`,
    saved: ({ label, age, at }) =>
      `The server did not answer when this was saved. This is what the browser kept of ${label}: it was so ${age} before, at ${at}, and may have changed since.`,
    failed: "The server could not make the run pack.",
    savedFailed: ({ label, age, at }) =>
      `The server could not make the run pack when this was saved. This is what the browser kept of ${label}: it was so ${age} before, at ${at}, and may have changed since.`,
    afterwards: (link) => `What is done meanwhile is ${link("entered afterwards")}.`,
    again: "Try again",
    notConnected: "Not connected",
    notKept: "The server does not answer, and this page is not kept in this browser.",
    kept: "Kept here, to read:",
    one: (link, { age, at }) => `${link} as it was ${age} ago, at ${at}`,
    none: "No run pack is kept here: a run that you open while you are connected is.",
    seconds: "s",
    minutes: "min",
    hours: "h",
    days: "days",
  },
  ja: {
    language: "ja",
    readOnly: "閲覧のみ。",
    readOnlyAway: "閲覧のみ: 接続されていません。",
    noAnswer: "サーバーが応答しません。",
    thisIs: ({ label, age, at }) =>
      `これはこのブラウザーが保持していた ${label} です。このページを開く ${age}前 (${at}) の状態で、その後変わっている可能性があります。`,
    saved: ({ label, age, at }) =>
      `保存時にサーバーが応答しませんでした。これはブラウザーが保持していた ${label} です。保存する ${age}前 (${at}) の状態で、その後変わっている可能性があります。`,
    failed: "サーバーは実行パックを作成できませんでした。",
    savedFailed: ({ label, age, at }) =>
      `保存時にサーバーは実行パックを作成できませんでした。これはブラウザーが保持していた ${label} です。保存する ${age}前 (${at}) の状態で、その後変わっている可能性があります。`,
    afterwards: (link) => `この間に行ったことは${link("後から入力")}します。`,
    again: "再試行",
    notConnected: "接続されていません",
    notKept: "サーバーが応答せず、このページはこのブラウザーに保持されていません。",
    kept: "ここに保持されているもの (閲覧用):",
    one: (link, { age, at }) => `${link} ${age}前、${at} の状態`,
    none: "実行パックは保持されていません。接続中に開いた切替実行は保持されます。",
    seconds: "秒",
    minutes: "分",
    hours: "時間",
    days: "日",
  },
};

/** As the pages tell it, on one line: 41 s, 27 min, 1 h 04 min, 3 days, 3 days 04 h. */
function age(words, ms) {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [minutes, hours, days] = [60, 3_600, 86_400].map((unit) => Math.floor(seconds / unit));
  const line = (...parts) => parts.join("\u00a0");
  if (minutes < 1) return line(seconds, words.seconds);
  if (hours < 1) return line(minutes, words.minutes);
  if (days < 2) return line(hours, words.hours, String(minutes % 60).padStart(2, "0"), words.minutes);
  if (hours % 24 === 0) return line(days, words.days);
  return line(days, words.days, String(hours % 24).padStart(2, "0"), words.hours);
}

/** As the pack tells it: 2026-01-01 02:03:04 UTC (11:03:04 JST), with the day where it is another. */
function bothTimes(ms, zone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const utc = isoTime(ms, "UTC");
  if (zone === "UTC") return `${utc} UTC`;
  const [day] = utc.split(" ");
  return `${utc} UTC (${isoTime(ms, zone).replace(`${day} `, "")} ${zoneName(ms, zone)})`;
}

/** Swedish writes dates as ISO 8601 does. */
const isoTime = (ms, timeZone) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(ms);

/** English knows these by their offset only. */
const ZONE_NAMES = {
  "Asia/Tokyo": "JST",
  Japan: "JST",
  "Asia/Seoul": "KST",
  "Asia/Kolkata": "IST",
  "Asia/Calcutta": "IST",
  "Asia/Singapore": "SGT",
  "Asia/Hong_Kong": "HKT",
};

function zoneName(ms, timeZone) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "short" }).formatToParts(ms);
  const { value } = parts.find(({ type }) => type === "timeZoneName");
  return ZONE_NAMES[timeZone] ?? value.replace(/^GMT(?=[+-])/, "UTC");
}

/** As in the pack, no line ends within a time. */
const whole = (times) =>
  times
    .split(/ (?=\()/)
    .map((time) => `<span class="whole">${time}</span>`)
    .join(" ");

/** What a sentence about a pack is filled with. */
const asOf = (words, { label, confirmedAt, serverAt }) => ({
  label,
  at: whole(bothTimes(serverAt)),
  age: age(words, Date.now() - confirmedAt),
});

/** As the packs look, and by the system's theme as they are. */
const LOOK = `:root{color-scheme:light;--fg:#16191d;--ground:#fff;--link:#285a80;font:16px/1.5 system-ui,sans-serif;color:var(--fg);background:var(--ground)}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--fg:#eceef1;--ground:#0c0e11;--link:#9dc4e2}}
@media screen and (prefers-contrast:more){:root{--fg:#000;--ground:#fff}}
@media screen and (prefers-contrast:more) and (prefers-color-scheme:dark){:root{--fg:#fff;--ground:#000}}
body{max-width:40em;margin:10vh auto;padding:0 16px}a{color:var(--link)}ul{padding-left:20px}li a{display:block;padding:12px 0 0}.whole{white-space:nowrap}
.again{display:inline-block;padding:11px 24px;border:1px solid;border-radius:6px;font-weight:600;text-decoration:none}`;

const noSuchPack = (words, packs) => `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.notConnected}</title>
<style>${LOOK}</style>
</head><body><main><h1>${words.notConnected}</h1><p>${words.notKept}</p><p><a class="again" href="">${words.again}</a></p>
${packs.length > 0 ? `<p>${words.kept}</p><ul>${packs.map((pack) => `<li>${keptLine(words, pack)}</li>`).join("")}</ul>` : `<p>${words.none}</p>`}
</main></body></html>`;

const keptLine = (words, pack) =>
  words.one(`<a href="/runs/${pack.label}">${nameIn(pack.text) ?? pack.label}</a>`, asOf(words, pack));

/** A pack has at its head which run it is of, from where to where and by which version, before of when it is. */
const nameIn = (text) => /<header>(.*? v\d+)[.。]/.exec(text)?.[1];

self.said = { WORDS, ZONE_NAMES, age, asOf, bothTimes, noSuchPack };
