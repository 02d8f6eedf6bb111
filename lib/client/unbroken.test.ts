import { expect, test } from "vitest";
import { unbroken } from "#lib/client/unbroken.ts";

test.each([
  ["Completed with 12 exceptions, 1 gate waits", "Completed with 12_exceptions, 1_gate waits"],
  ["Aborted at step 1", "Aborted at step_1"],
  ["Failed at steps 6, 7 and 4 more", "Failed at steps_6, 7_and 4_more"],
  ["ステップ 2 で中止", "ステップ_2_で中止"],
  ["例外 2 件ありで完了", "例外 2_件ありで完了"],
])("In “%s” a number stays with what it counts", (text, joined) => {
  expect(unbroken(text)).toBe(joined.replaceAll("_", "\u00a0"));
});
