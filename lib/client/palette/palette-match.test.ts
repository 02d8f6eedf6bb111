import { describe, expect, it } from "vitest";
import { matchWord, pieces } from "#lib/client/palette/palette-match.ts";

/** The text with what matched between brackets. */
function shown(text: string, typed: string): string | null {
  const match = matchWord(text, typed);
  return (
    match &&
    pieces(text, match.marks)
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join("")
  );
}

describe("a typed word in a text", () => {
  it.each<[string, string, string, string]>([
    ["exact number of a run", "LIVE R-0042 Move", "42", "0: LIVE [R-0042] Move"],
    ["exact number, written out", "LIVE R-0042 Move", "r-0042", "0: LIVE [R-0042] Move"],
    ["exact number of a line of a step", "12.3 Stop the mail", "12.3", "0: [12.3] Stop the mail"],
    ["whole word", "Stop the mail", "mail", "1: Stop the [mail]"],
    ["word start", "Restart, then start over", "sta", "2: Restart, then [sta]rt over"],
    ["word start of a number", "Step 12 Stop", "1", "2: Step [1]2 Stop"],
    ["initials", "Disaster Recovery Switchover", "drs", "3: [D]isaster [R]ecovery [S]witchover"],
    ["initials from the middle", "Disaster Recovery Switchover", "rs", "3: Disaster [R]ecovery [S]witchover"],
    ["inside a word", "Switchover", "over", "4: Switch[over]"],
    ["inside a text without spaces", "メールを止める", "止め", "4: メールを[止め]る"],
    ["letters in order within a word", "Restore the firewalls", "fwl", "5: Restore the [f]ire[w]a[l]ls"],
    ["inside a text in full-width letters", "手順：ＤＲ切替", "dr", "2: 手順：[ＤＲ]切替"],
    ["full-width digits", "Step １２ Stop", "12", "0: Step [１２] Stop"],
    ["half-width kana with its mark", "ﾒｰﾙｻｰﾊﾞ停止", "サーバ", "4: ﾒｰﾙ[ｻｰﾊﾞ]停止"],
    ["after a mark of its own", "ﾃﾞｰﾀ移動", "移動", "4: ﾃﾞｰﾀ[移動]"],
    ["a letter that several make up", "㈱ｶﾞｽ", "株", "1: [㈱]ｶﾞｽ"],
    ["a number before dots", "Skip, step 3…", "3", "0: Skip, step [3]…"],
    ["the same in full width", "Ｓkip, step 3…", "3", "0: Ｓkip, step [3]…"],
  ])("%s", (_, text, typed, found) => {
    expect(`${matchWord(text, typed)?.rank}: ${shown(text, typed)}`).toBe(found);
  });

  it.each([
    ["another number", "LIVE R-0042", "43"],
    ["letters over several words", "Stop the mail", "sthm"],
    ["letters that begin within a word", "Restore", "sto re"],
    ["two letters that are only somewhere", "firewalls", "fw"],
  ])("%s is not found", (_, text, typed) => {
    expect(matchWord(text, typed)).toBeNull();
  });
});
