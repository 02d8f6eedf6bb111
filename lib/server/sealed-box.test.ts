import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBoxKeys, seal, unseal } from "#lib/server/sealed-box.ts";

describe("a sealed box", () => {
  it("gives the holder of its key the text back, whatever it is", () => {
    const keys = makeBoxKeys();
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(unseal(keys, seal(keys.publicKey, text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it("shows nothing of the text, nor that two are the same", () => {
    const { publicKey } = makeBoxKeys();
    const boxes = [seal(publicKey, "correct horse"), seal(publicKey, "correct horse")];
    expect(new Set(boxes).size).toBe(2);
    for (const box of boxes) expect(Buffer.from(box, "base64").toString()).not.toContain("horse");
  });

  it("cannot be opened by another key", () => {
    const sealed = seal(makeBoxKeys().publicKey, "correct horse");
    expect(() => unseal(makeBoxKeys(), sealed)).toThrow();
  });

  it("cannot be changed on its way", () => {
    const keys = makeBoxKeys();
    const [once = "", body = ""] = seal(keys.publicKey, "correct horse").split(".");
    const bytes = Buffer.from(body, "base64");
    for (const at of [0, 15, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(keys, `${once}.${changed.toString("base64")}`)).toThrow();
    }
  });
});
