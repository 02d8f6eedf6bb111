import { describe, expect, test } from "vitest";
import { type Card, checklistHtml } from "#lib/domain/paper/checklist.ts";
import { OFFLINE_MARK } from "#lib/domain/paper/html-file.ts";
import { runPack } from "#lib/domain/paper/run-pack.ts";
import {
  abort,
  addSubStep,
  cancel,
  exit,
  finish,
  lose,
  override,
  pause,
  record,
  skip,
  start,
  tick,
} from "#lib/domain/testing/moves.ts";
import { cardOf, linesOf, packOf, paperOf, version } from "#lib/domain/testing/papers.ts";
import { begun, draftRun, instant, olga, type Play, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { Zone } from "#lib/domain/zone.ts";
import { bothTimes } from "#lib/words/time.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

const ROOM = "_".repeat(24);

/** All that can tell one card from another but its words. */
const looksOf = (html: string) => new Set([...html.matchAll(/ (?:class|style)="[^"]*"/g)].map(([look]) => look));

const procedure = procedureOf(
  { ...automated, title: "Copy the data", caution: "Not twice.", irreversible: true },
  { title: "Restore the firewalls", condition: when("firewalls", "yes"), remarks: "Where there are any." },
  { title: "Stop them", subSteps: [{ number: "3.1", title: "The first" }], dependsOn: ["1"] },
  { title: "Tell the users", ...gated.poll, position: "lead", dependsOn: ["1"] },
);
const run = startedRun(procedure, { facts: { firewalls: "no" } });

describe("The pack of a run", () => {
  test("says first whether it is a drill, and when it stood so, in UTC and in the reader's zone", () => {
    zoneFrom(() => "Asia/Tokyo");
    const { title, identity, facts } = packOf(run);
    zoneFrom(() => UTC);
    expect(title).toBe("LIVE R-0042, run pack: Tokyo → Osaka");
    expect(identity).toContain("State as of 2026-01-01 00:10:00 UTC (09:10:00 JST)");
    expect(facts).toContainEqual(["Objective", "no recovery time objective"]);
    const paused = packOf(play(run, pause)).facts.find(([label]) => label === "Status");
    expect(paused?.[1]).toMatch(/^paused: lunch \(Chie, 2026-01-01 \d\d:\d\d:\d\d UTC\)$/);
    const drill = packOf(startedRun(procedure, { mode: "drill" }));
    expect([drill.title.split(" ")[0], drill.notices[0]]).toEqual(["DRILL", expect.stringMatching(/^DRILL/)]);
  });

  test("names its people with what is known of how they are reached, and leaves room for what is not", () => {
    expect(packOf(run).tables[0]?.rows).toEqual([
      ["Incident commander", "Chie", "chie@example.com", { telephone: "+81 3-1234-5678" }],
      ["Lead", "Olga", "", ""],
      ["Lead, deputy", "Paul", "paul@example.com", ""],
    ]);
  });

  test("leaves no room for addresses where none can be known, and says that they are not", () => {
    const { procedure: document, run: state } = run;
    const pack = runPack({ procedure: document, version, run: state, contacts: null, now: instant(0), enteredAt: "" });
    expect(pack.tables[0]).toMatchObject({
      note: "How people are reached was not known when this was made: write it in.",
      head: ["As", "Name", "Telephone"],
      rows: [
        ["Incident commander", "Chie", ""],
        ["Lead", "Olga", ""],
        ["Lead, deputy", "Paul", ""],
      ],
    });
  });

  test("has the command as it would be run, and by hand where the site cannot", () => {
    expect(linesOf(cardOf(run, "1"))).toEqual(
      expect.arrayContaining(["Runs at: Osaka (practice), destination", "Command: /bin/copy /srv/osaka"]),
    );
    const unknown = procedureOf({ action: { argv: ["/bin/copy", { site: "tape" }] } });
    expect(linesOf(cardOf(startedRun(unknown), "1")).join()).toContain('by hand only, Osaka has no parameter "tape"');
  });

  test("says inputs and outputs that nobody has given by their names, and no secret at all", () => {
    const asking = procedureOf(
      { outputs: [{ name: "folder", label: "Folder", type: "text" }] },
      {
        action: { argv: ["/bin/copy", { input: "how" }, { output: "folder" }], env: { KEY: { secret: "pin" } } },
        inputs: [
          { name: "how", label: "How", type: "text" },
          { name: "pin", label: "PIN", type: "secret" },
        ],
      },
    );
    const before = startedRun(asking);
    const lines = linesOf(cardOf(before, "2"));
    expect(lines).toEqual(
      expect.arrayContaining([
        "Command: /bin/copy [how] [folder]",
        "Variable: KEY: entered when it is started, never stored",
        `Asks for: How: ${ROOM}; PIN (secret, never written down)`,
      ]),
    );
    const given = play(before, start("1"), { type: "step.complete", step: "1", outputs: { folder: "/srv/x" } });
    expect(linesOf(cardOf(given, "2"))).toContain("Command: /bin/copy [how] /srv/x");
  });
});

test("The pack of a draft says by when it has to be recovered once it is declared, and until then within what", () => {
  const told = (at: Play) =>
    packOf(at).facts.flatMap(([label, words]) => (/Declared|Started|Objective/.test(label) ? [words] : []));
  const draft = draftRun(procedure, { undeclared: true, rtoSeconds: 3_600 });
  const within = "recovered within 1 h 00 min of the declaration";
  expect(told(draft)).toEqual(["when it is started", "not started", within]);
  const start = bothTimes(instant(1));
  expect(told(play(draft, { type: "run.start" }))).toEqual([
    start,
    start,
    `${within}: by ${bothTimes(instant(3_601))}`,
  ]);
  expect(told(play(draft, abort)).slice(0, 2)).toEqual(["never declared", "never started"]);
});

describe("A step in the pack", () => {
  test("is as it stands: what does not apply, what was done, by whom, and what is open", () => {
    const sent = play(run, start("1", { confirmation: "R-0042" }));
    const ran = play(begun(sent, "1"), finish("1", exit(0)));
    expect(cardOf(sent, "1")?.note).toMatch(/^Queued, Chie, 2026/);
    const at = [start("3"), tick("3.1"), addSubStep("3")].reduce((now, move) => playBy(now, olga, move), ran);
    const [one, two, three, four] = ["1", "2", "3", "4"].map((number) => cardOf(at, number));
    expect([one?.mark, one?.open, one?.note]).toEqual([
      "✓",
      false,
      expect.stringMatching(/^Completed, worker-1, 2026/),
    ]);
    expect([two?.mark, two?.open, two?.note]).toEqual(["–", false, "Not applicable"]);
    expect(linesOf(two as Card)).toContain(
      "Condition: Performed when firewalls included is yes. firewalls included: no, so not applicable",
    );
    expect(three?.subSteps.map(({ mark, note }) => [mark, note.replace(/, 2026.*/, "")])).toEqual([
      ["✓", "ticked by Olga"],
      ["", "added by Olga"],
    ]);
    expect([four?.mark, four?.open, linesOf(four as Card)]).toEqual([
      "",
      true,
      expect.arrayContaining([
        "Whose: Lead: Olga, deputy Paul",
        "Decision: Go or no-go of Lead; the commander decides",
      ]),
    ]);
  });

  test("has a mark and a word of its own for each way in which it came to its end, and says what they mean", () => {
    const failing = { ...automated, dependsOn: [] };
    const five = procedureOf({}, automated, {}, { condition: when("firewalls", "yes") }, failing);
    const before = startedRun(five, { facts: { firewalls: "no" } });
    const overridden = [record("1", instant(0)), start("2")];
    const at = begun(
      play(begun(play(before, ...overridden), "2"), finish("2", exit(1)), override("2"), start("5")),
      "5",
    );
    const after = play(at, finish("5", exit(1)), skip("3"));
    const said = ["1", "2", "3", "4", "5"].map((number) => cardOf(after, number));
    expect(said.map(({ mark, note }) => [mark, /^[\w ]+/.exec(note ?? "")?.[0]])).toEqual([
      ["✓", "Completed"],
      ["H", "Overridden"],
      ["S", "Skipped"],
      ["–", "Not applicable"],
      ["!", "Failed"],
    ]);
    expect(packOf(after).facts).toContainEqual([
      "Boxes",
      expect.stringMatching(/✓ completed, H overridden .*, S skipped .*, ! failed/),
    ]);
    expect(looksOf(checklistHtml(packOf(after))), "the state of a step has no look but these").toEqual(
      looksOf(checklistHtml(packOf(before))),
    );
  });

  test("tells what a person skipped and what was recorded afterwards apart", () => {
    const at = play(startedRun(procedureOf({}, {}, {})), record("1", instant(0)), skip("2"));
    const then = bothTimes(instant(0));
    expect(cardOf(at, "1").note).toContain(
      `Completed, RECORDED AFTERWARDS: by Jun, on paper, ${then}; entered by Chie`,
    );
    expect([cardOf(at, "2").mark, cardOf(at, "2").note]).toEqual(["S", expect.stringMatching(/^Skipped, Chie/)]);
  });
});

test("The pack of a run that is over has no room to write, and sends nobody to enter what the console refuses", () => {
  const gives = procedureOf(
    { outputs: [{ name: "folder", label: "Folder", type: "text" }] },
    { uses: ["folder"], inputs: [{ name: "how", label: "How", type: "text" }] },
  );
  const going = packOf(startedRun(gives));
  expect(going.notices.join()).toContain("/afterwards");
  expect(checklistHtml(going)).toContain(ROOM);
  const over = packOf(play(startedRun(gives), start("1"), abort));
  expect(over.notices.at(-1)).toBe("The run is over. It accepts notes, evidence and its review.");
  expect(over.notices.join()).not.toContain("/afterwards");
  const cards = over.phases.flatMap((phase) => phase.cards);
  expect(cards.map(({ open }) => open)).toEqual([false, false]);
  expect(cards.map((card) => linesOf(card).filter((line) => /Folder|How/.test(line)))).toEqual([
    ["Gives: Folder: none"],
    ["Uses: Folder: none"],
  ]);
  expect(checklistHtml(over)).not.toContain("__");
});

test("A line of a step that was done on paper is not told as open: nobody ticked it", () => {
  const lines = startedRun(procedureOf({ subSteps: [{ number: "1.1", title: "Lock" }] }, {}));
  const notes = (at: Play) => cardOf(at, "1").subSteps.map(({ mark, note }) => [mark, note]);
  expect(notes(lines)).toEqual([["", ""]]);
  expect(notes(play(lines, record("1", instant(1))))).toEqual([["", "not ticked"]]);
  expect(notes(play(lines, start("1"), tick("1.1")))).toEqual([["✓", expect.stringMatching(/^ticked by Chie/)]]);
});

test("A step in the pack knows no end of a command that was lost, nor of one that never began", () => {
  const sent = play(run, start("1", { confirmation: "R-0042" }));
  const told = (at: Play) => linesOf(cardOf(at, "1")).at(-1)?.replace(/.*; /, "");
  expect(told(play(begun(sent, "1"), lose("1")))).toBe("outcome unknown");
  expect(told(play(sent, cancel("1")))).toBe("not begun");
});

test("A step in the pack tells why an attempt was started, and why it was canceled", () => {
  const how = { confirmation: "R-0042", reason: "the array is dark" };
  const at = play(begun(play(run, start("1", how)), "1"), cancel("1", "wrong site"));
  expect(linesOf(cardOf(at, "1")).at(-1)).toMatch(/^Attempt 1: .*; NOT OVER; why: the array is dark$/);
  const card = cardOf(play(at, finish("1", { kind: "canceled", gone: true })), "1");
  expect(linesOf(card).at(-1)).toMatch(/known to be gone; Chie asked to cancel it: wrong site, .*; why: the array/);
  expect(card.note).toContain("“wrong site” Canceled; the process is known to be gone.");
});

test("As a file, each step and sub-step has its box, and each that is open has room for who did it and when", () => {
  const count = (html: string, words: string) => html.split(words).length - 1;
  const rooms = (html: string) =>
    [...html.matchAll(/<span>(\d+): Done by<\/span><span>Time and zone<\/span>/g)].map(([, step]) => step);
  const at = play(run, start("1", { confirmation: "R-0042" }), skip("4"));
  const pack = checklistHtml(packOf(at));
  expect([count(pack, 'class="box"'), count(pack, 'class="card"')]).toEqual([5, 4]);
  expect(rooms(pack), "each says whose it is").toEqual(["1", "3"]);
  const blank = checklistHtml(paperOf(procedure));
  expect(blank).toMatch(/Copy the data.*<b>CAUTION<\/b> Not twice\..*Restore the firewalls/s);
  expect([count(blank, 'class="box"'), count(blank, 'class="card"')]).toEqual([5, 4]);
  expect(rooms(blank)).toEqual(["1", "2", "3", "4"]);
  expect(blank).toContain('<span class="box" aria-hidden="true"></span>');
  expect(checklistHtml(packOf(play(begun(at, "1"), finish("1", exit(0)))))).toContain(
    '<span class="box" aria-hidden="true">✓</span>',
  );
});

test("As a file, what people wrote stays text, nothing can run, and nothing is asked for", () => {
  const evil = `</p><script src="https://evil.example/x.js"></script>${OFFLINE_MARK}`;
  const written = procedureOf({ title: "<b>bold</b>", instructions: evil, caution: evil, remarks: evil }, {});
  for (const html of [
    checklistHtml(packOf(play(startedRun(written), start("1"), skip("2")))),
    checklistHtml(paperOf(written)),
  ]) {
    expect(html).not.toMatch(/<script|<b>bold|<link|<img|<iframe|\ssrc="|\shref="(?!tel:)/);
    expect(html.split(OFFLINE_MARK)).toHaveLength(2);
    expect(html).toContain("&lt;script");
  }
});

test("As a file, a command may go on in the next line after a slash of its paths, and stays the same text", () => {
  const command = "/opt/dr/copy --from=/srv/a // https://db.example/x";
  const html = checklistHtml(paperOf(procedureOf({ action: { argv: command.split(" ") } })));
  const [, written = ""] = /<code>(.*?)<\/code>/.exec(html) ?? [];
  expect(written).toContain("/<wbr>opt/<wbr>dr/<wbr>copy --from=/<wbr>srv");
  expect(written.replaceAll("<wbr>", "")).toBe(command);
});

test("As a file, no line ends between a time and its date or zone, nor within a name with a hyphen", () => {
  const at = play(
    startedRun(procedureOf({ subSteps: [{ number: "1.1", title: "The first" }] }, {})),
    start("1"),
    tick("1.1"),
    skip("2"),
  );
  zoneFrom(() => "Asia/Tokyo");
  const written = checklistHtml(packOf(at));
  zoneFrom(() => UTC);
  const times = written.match(/\(?(?:[\d-]+ )?\d\d:\d\d:\d\d [A-Z]+\)?/g) ?? [];
  expect(times.length).toBeGreaterThan(10);
  expect(times.every((time) => written.includes(`<span class="whole">${time}</span>`))).toBe(true);
  const names = written.match(/<span class="whole">R-0042<\/span>/g) ?? [];
  expect(names.length).toBeGreaterThan(0);
  expect(written.split('<span class="whole">')).toHaveLength(times.length + names.length + 1);
});

test("What is no time zone is refused", () => {
  expect([Zone.safeParse("Asia/Tokyo").success, Zone.safeParse("Mars/Base").success]).toEqual([true, false]);
});
