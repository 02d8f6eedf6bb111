import { describe, expect, it } from "vitest";
import { capture, type Source } from "#lib/worker/captures.ts";

const pattern = (text: string, more: Partial<Source> = {}): Source => ({
  name: "x",
  type: "text",
  from: { pattern: text },
  ...more,
});
const json = (pointer: string): Source => ({ name: "x", type: "text", from: { json: pointer } });

describe("an output", () => {
  it.each<[string, Source, string, string | undefined]>([
    ["by a pattern on any line", pattern("^folder=(.+)$"), "one\nfolder=/srv/a\ntwo\n", "/srv/a"],
    ["the last of several", pattern("folder=(\\S+)"), "folder=/a folder=/b\nfolder=/c\n", "/c"],
    ["of a number in JSON", json("/job/id"), '{"job":{"id":17}}', "17"],
    ["in the last line that is JSON", json("/path"), 'working\n{"path":"/old"}\n{"path":"/new"}\ndone\n', "/new"],
    ["with a key that has a slash", json("/a~1b/0"), '{"a/b":["first"]}', "first"],
    ["that is not there", json("/nothing"), '{"path":1}', undefined],
    ["that is an object", json("/job"), '{"job":{}}', undefined],
    ["of a pattern that does not match", pattern("folder=(.+)"), "nothing here", undefined],
  ])("is found %s", (_, source, text, value) => {
    expect(capture([source], text)).toEqual(
      value === undefined ? { outputs: {}, missing: ["x"] } : { outputs: { x: value }, missing: [] },
    );
  });

  it("that is optional is not missed", () => {
    expect(capture([pattern("folder=(.+)", { optional: true })], "")).toEqual({ outputs: {}, missing: [] });
  });

  it("is not looked for for ever: a hostile pattern is stopped, and the others are still found", () => {
    const hostile = pattern("^(a+)+$", { name: "hostile" });
    const found = capture([hostile, pattern("b=(.)")], `${"a".repeat(40)}!\nb=1\n`);
    expect(found).toEqual({ outputs: { x: "1" }, missing: ["hostile"] });
  });
});
