import { describe, expect, it } from "vitest";
import { actOf, keyLabels, keys, type Press, takesText } from "#lib/client/palette/keys.ts";

const pressed = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, typing: false },
  ...more,
});

const isControlled = (entry: (typeof keys)[number]) => "control" in entry;

describe("the list of keys", () => {
  it.each(keys)("$act is heard by the key that the sheet shows", (entry) => {
    const press = pressed(entry.key, { ctrlKey: isControlled(entry), typing: "typed" in entry });
    expect(actOf(entry.where, press, true)).toBe(entry.act);
    expect(keyLabels(entry).at(-1)?.toLowerCase()).toBe(entry.key === "Escape" ? "esc" : entry.key.toLowerCase());
  });

  it.each(["run", "output", "overview", "new-run"])("gives no key two meanings in one place: %s", (page) => {
    const here = keys.filter(({ where }) => where === page || where === "everywhere");
    const heard = here.map((entry) => keyLabels(entry).join(" "));
    expect(new Set(heard).size).toBe(heard.length);
  });

  it.each(keys.filter((entry) => !isControlled(entry) && !("leaves" in entry || "typed" in entry)))(
    "$act is not heard while typing",
    (entry) => {
      expect(actOf(entry.where, pressed(entry.key, { typing: true }), true)).toBeNull();
    },
  );

  it.each(keys.filter((entry) => !isControlled(entry)))("$act is not heard with a modifier", (entry) => {
    for (const modifier of ["ctrlKey", "metaKey", "altKey"] as const) {
      expect(actOf(entry.where, pressed(entry.key, { [modifier]: true }), true)).toBeNull();
    }
  });

  it.each(keys.filter((entry) => entry.key.length === 1 && !isControlled(entry)))(
    "$act can be switched off",
    (entry) => {
      expect(actOf(entry.where, pressed(entry.key), false)).toBeNull();
    },
  );

  it("leaves Escape and the palette where single keys are off or somebody types", () => {
    expect(actOf("run", pressed("Escape", { typing: true }), false)).toBe("leave");
    expect(actOf("everywhere", pressed("k", { metaKey: true, typing: true }), false)).toBe("palette");
    expect(actOf("everywhere", pressed("K", { ctrlKey: true }), true)).toBe("palette");
  });

  it("goes on to the next match only from the field of the search", () => {
    expect(actOf("output", pressed("Enter"), true)).toBeNull();
    expect(actOf("output", pressed("Enter", { typing: true }), false)).toBe("match");
  });

  it("starts a run by Ctrl Enter also while single keys are off, and not again while it is held down", () => {
    expect(actOf("new-run", pressed("Enter", { ctrlKey: true, typing: true }), false)).toBe("start");
    expect(actOf("new-run", pressed("Enter", { metaKey: true, repeat: true }), true)).toBeNull();
    expect(actOf("new-run", pressed("Enter"), true)).toBeNull();
  });

  it("does not complete again and again while a key is held down", () => {
    expect(actOf("run", pressed("c", { repeat: true }), true)).toBeNull();
    expect(actOf("run", pressed("j", { repeat: true }), true)).toBe("next");
  });

  it("hears nothing while a word is being composed", () => {
    expect(actOf("run", pressed("j", { isComposing: true }), true)).toBeNull();
  });
});

describe("where letters are text", () => {
  it.each([
    [{ tagName: "INPUT", type: "search", editable: false }, true],
    [{ tagName: "INPUT", type: "checkbox", editable: false }, false],
    [{ tagName: "TEXTAREA", editable: false }, true],
    [{ tagName: "SELECT", editable: false }, true],
    [{ tagName: "DIV", editable: true }, true],
    [{ tagName: "BUTTON", type: "button", editable: false }, false],
  ])("%o: %s", (target, text) => {
    expect(takesText(target)).toBe(text);
  });
});
