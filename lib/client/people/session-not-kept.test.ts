import { expect, it } from "vitest";
import { sessionNotKept } from "#lib/client/people/session-not-kept.ts";

it("says where to open a console that is meant for https, and else that cookies are needed", () => {
  const secure = "https://console.example";
  expect(sessionNotKept(secure, "http://console.example:3000/sign-in")).toContain(
    `set up for ${secure}. Open it there`,
  );
  expect(sessionNotKept(secure, `${secure}/sign-in`)).toContain("keep cookies");
  expect(sessionNotKept("http://10.0.0.1:3000", "http://10.0.0.1:3000/sign-in")).toContain("keep cookies");
});
