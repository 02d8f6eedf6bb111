import { describe, expect, it } from "vitest";
import { lineHash, readLineHash } from "#lib/client/output/output-link.ts";

describe("the address of a line", () => {
  it("leads back to it", () => {
    expect(readLineHash(lineHash({ step: "12a", attempt: 3 }, 340))).toEqual({ step: "12a", attempt: 3, line: 340 });
  });

  it.each(["", "#step-1", "#output-1-1", "#output-1-0-L1", "#output-x-1-L1", "#output-1-1-L1x"])(
    "is not %j",
    (hash) => {
      expect(readLineHash(hash)).toBeNull();
    },
  );
});
