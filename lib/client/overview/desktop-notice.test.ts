import { afterEach, expect, it } from "vitest";
import { showOnDesktop } from "#lib/client/overview/desktop-notice.ts";

type Options = { body?: string; tag?: string; renotify?: boolean };

/** As the specification has it: one that replaces another is silent unless it is told to call again, which needs a tag. */
class Tray {
  static readonly permission = "granted";
  static readonly lying = new Map<string, string>();
  static readonly calls: string[] = [];
  constructor(title: string, { tag = "", renotify = false }: Options = {}) {
    if (renotify && tag === "") throw new TypeError("renotify needs a tag");
    if (renotify || !Tray.lying.has(tag)) Tray.calls.push(title);
    Tray.lying.set(tag, title);
  }
}

const { Notification: before } = globalThis;
afterEach(() => Object.assign(globalThis, { Notification: before }));

it("calls again for a step whose first notice still lies there, which it replaces", () => {
  Object.assign(globalThis, { Notification: Tray });
  const show = (title: string, href: string) => showOnDesktop({ title, body: "", href }, () => {});
  const shown = [
    show("step 7 is ready", "/runs/R-0001#step-7"),
    show("step 7 failed", "/runs/R-0001#step-7"),
    show("step 8 is ready", "/runs/R-0001#step-8"),
  ];
  expect(shown).toEqual([true, true, true]);
  expect(Tray.calls).toEqual(["step 7 is ready", "step 7 failed", "step 8 is ready"]);
  expect([...Tray.lying.values()]).toEqual(["step 7 failed", "step 8 is ready"]);
});
