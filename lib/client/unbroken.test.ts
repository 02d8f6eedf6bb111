import { expect, test } from "vitest";
import { unbroken } from "./unbroken.ts";

test.each([
  ["1 h 00 min", "1_h_00_min"],
  ["Aborted at step 1", "Aborted at step_1"],
  ["Failed at steps 6, 7, 9 and 4 more", "Failed at steps_6, 7, 9_and_4_more"],
  ["Completed with exceptions, 2 exceptions", "Completed with exceptions, 2_exceptions"],
  ["ステップ 1 で中断", "ステップ_1_で中断"],
])("In “%s” a number stays with its words", (text, joined) => {
  expect(unbroken(text)).toBe(joined.replaceAll("_", "\u00a0"));
});
