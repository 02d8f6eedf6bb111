import { expect, test } from "vitest";
import { keyWhereShared, titlesToldApart } from "#lib/client/procedures/shared-titles.ts";

const mail = { key: "mail", title: "Move the mail" };
const newer = { key: "mail-2", title: "Move the mail" };
const files = { key: "files", title: "Move the files" };

test("two procedures of one title are told apart by their keys, and one that is alone is not", () => {
  expect([mail, newer, files].map(titlesToldApart([mail, newer, files]))).toEqual([
    "Move the mail (mail)",
    "Move the mail (mail-2)",
    "Move the files",
  ]);
});

test("two versions of one procedure are one procedure", () => {
  expect(keyWhereShared([mail, mail, files])(mail)).toBeNull();
});
