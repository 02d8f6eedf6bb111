import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ToldError } from "#lib/words/told-error.ts";
import { quote } from "#lib/worker/ssh/quote.ts";

const word = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."'\"\\$`!*?[]{}()<>|&;#~=-% \t\u00e9\u{1f600}"), maxLength: 20 }),
  fc.constantFrom("", "-n", "--", "-e", "$(id)", "`id`", "'", "''", "\\'", "*", "~", "!!", "a=b", "%s\\c"),
);
const sayable = word.map((text) => text.replace(/[\0\r\n]/g, "").toWellFormed());
const vectors = fc.sample(fc.array(sayable, { minLength: 1, maxLength: 8 }), { numRuns: 1_000, seed: 7 });

describe.each(["sh", "dash", "bash"])("the words of a thousand commands, through %s", (shell) => {
  it("come out byte for byte", () => {
    // Each command prints how many words it has and each of them, ended by NUL, which no word can hold.
    const script = vectors.map((argv) => `set -- ${argv.map(quote).join(" ")}\nprintf '%s\\0' "$#" "$@"`).join("\n");
    const { stdout, status } = spawnSync(shell, ["-s"], { input: script, maxBuffer: 64 * 1_048_576 });
    expect(status).toBe(0);
    const expected = vectors.flatMap((argv) => [String(argv.length), ...argv]).map((text) => `${text}\0`);
    expect(stdout.equals(Buffer.from(expected.join("")))).toBe(true);
  });
});

describe("what no word can hold", () => {
  it.each(["a\0b", "a\nb", "a\rb"])("is refused: %j", (text) => {
    expect(() => quote(text)).toThrow(ToldError);
  });
});
