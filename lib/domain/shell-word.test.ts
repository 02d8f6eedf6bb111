import { expect, test } from "vitest";
import { asShellWord } from "#lib/domain/shell-word.ts";

test.each([
  ["/bin/echo", "/bin/echo"],
  ["--to=a@example.com", "--to=a@example.com"],
  ["echo no room left; exit 3", "'echo no room left; exit 3'"],
  ["it's", "'it'\\''s'"],
  ["", "''"],
  ["[how]", "[how]"],
  ["••••••", "••••••"],
])("the argument %j is written %s", (word, written) => {
  expect(asShellWord(word)).toBe(written);
});
