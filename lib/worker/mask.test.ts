import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMask } from "#lib/worker/mask.ts";

function passed(secrets: readonly string[], chunks: readonly string[]): string {
  const mask = createMask();
  for (const secret of secrets) mask.register(secret);
  return chunks.map((chunk) => mask.pass("stdout", chunk)).join("") + mask.flush("stdout");
}

const small = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
const secretWord = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 4, maxLength: 7 });

describe("what passes a mask", () => {
  it("holds no secret, however it comes in pieces", () => {
    fc.assert(
      fc.property(
        fc.array(small, { maxLength: 12 }),
        fc.array(secretWord, { minLength: 1, maxLength: 3 }),
        (chunks, secrets) => {
          const said = passed(secrets, chunks);
          for (const secret of secrets) expect(said).not.toContain(secret);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("hides one at the very end, inside what could have become a longer one", () => {
    expect(passed(["ababaaa", "baba"], ["ababa"])).toBe("a••••••");
  });

  it("is what came, where there is no secret in it", () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 12 }), (chunks) => {
        expect(passed(["xyzxyz", "xyz!"], chunks)).toBe(chunks.join(""));
      }),
    );
  });

  it("goes on at once, but for what could be the beginning of a secret", () => {
    const mask = createMask();
    mask.register("password");
    expect(mask.pass("stdout", "all is well, pas")).toBe("all is well, ");
    expect(mask.pass("stdout", "sing by\n")).toBe("passing by\n");
  });

  it.each([
    ["JSON", 'it"s secret', JSON.stringify({ a: 'it"s secret' })],
    ["an address", "a b&c=d", "/x?y=a%20b%26c%3Dd"],
    ["base64", "correct horse", Buffer.from("correct horse").toString("base64")],
  ])("hides a secret as %s writes it", (_, secret, text) => {
    const said = passed([secret], [text]);
    expect(said).toContain("••••••");
    expect(said).not.toContain(text.slice(6, -2));
  });

  it("keeps its streams apart", () => {
    const mask = createMask();
    mask.register("password");
    expect([mask.pass("stdout", "pass"), mask.pass("stderr", "word")]).toEqual(["", "word"]);
    expect(mask.flush("stdout")).toBe("pass");
  });
});
