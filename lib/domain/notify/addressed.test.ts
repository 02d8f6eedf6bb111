import { describe, expect, it } from "vitest";
import { addressed, type Reader } from "#lib/domain/notify/addressed.ts";
import { NoticeKind, usualKinds } from "#lib/domain/notify/message.ts";
import { noticesOf } from "#lib/domain/notify/notices.ts";
import { byHand, fill } from "#lib/domain/testing/moves.ts";
import { adam, anna, chie, olga, paul, play, startedRun } from "#lib/domain/testing/play.ts";
import { around, gated, procedureOf } from "#lib/domain/testing/procedures.ts";

const english = { locale: "en", zone: "UTC" } as const;
const people = [chie, olga, paul, anna, adam];

describe("who gets a notice", () => {
  const reader = (person: typeof chie, choice: Partial<Reader> = {}): Reader => ({
    person,
    email: `${person.name}@example.com`,
    kinds: usualKinds,
    drills: true,
    locale: "en",
    zone: "UTC",
    ...choice,
  });
  const noticesIn = (mode: "live" | "drill") => {
    const { procedure, log } = startedRun(procedureOf({}), { mode });
    return noticesOf({ procedure, people }, null, log).notices;
  };
  const addresses = (readers: Reader[], channels: Parameters<typeof addressed>[2], mode: "live" | "drill" = "live") =>
    noticesIn(mode).flatMap((notice) =>
      addressed(notice, readers, channels).map(
        (to) => `${notice.message.type} to ${"channel" in to ? to.channel : to.email}`,
      ),
    );

  it("by default a person gets by e-mail what is asked of them, and nothing else", () => {
    expect(addresses([reader(chie), reader(olga)], [])).toEqual(["step_ready to Olga@example.com"]);
  });

  it("who chose to hear of runs does, who chose nothing does not", () => {
    expect(addresses([reader(anna, { kinds: ["run_changed"] }), reader(olga, { kinds: [] })], [])).toEqual([
      "run_changed to Anna@example.com",
    ]);
  });

  it("drills may be left out, by a person and by a channel", () => {
    const channels = [
      { channel: "all", kinds: NoticeKind.options, each: true, ...english, drills: true },
      { channel: "live alone", kinds: NoticeKind.options, each: true, ...english, drills: false },
    ];
    expect(addresses([reader(olga, { drills: false })], channels, "drill")).toEqual([
      "run_changed to all",
      "step_ready to all",
    ]);
    expect(addresses([], channels.slice(1))).toEqual(["run_changed to live alone", "step_ready to live alone"]);
  });

  it("a channel is not told again when the same is asked of one more person", () => {
    const at = play(startedRun(around(gated.poll)), ...byHand("1"));
    const now = play(at, fill({ person: adam }));
    const { notices } = noticesOf({ procedure: now.procedure, people }, at.run, now.log.slice(at.log.length));
    const channel = { channel: "all", kinds: NoticeKind.options, each: true, ...english, drills: true };
    expect(notices.flatMap((notice) => addressed(notice, [reader(adam, { zone: "Asia/Tokyo" })], [channel]))).toEqual([
      { person: adam.id, email: "Adam@example.com", zone: "Asia/Tokyo" },
    ]);
  });
});
