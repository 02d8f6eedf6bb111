import { expect, test } from "vitest";
import { telephoneAddress } from "#lib/domain/telephone-address.ts";

test.each([
  ["+81 3-1234-5678", "tel:+81312345678"],
  ["(03) 1234.5678", "tel:0312345678"],
  ["+49 (0)30/123456 ext. 12", "tel:+4930123456;ext=12"],
  ["030 123456 x7", "tel:030123456;ext=7"],
  ["03-1234-5678 内線 401", "tel:0312345678;ext=401"],
])("%s is dialled as %s", (written, address) => expect(telephoneAddress(written)).toBe(address));
