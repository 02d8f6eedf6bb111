import { afterEach, expect, test } from "vitest";
import { japaneseReader } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";
import { retell, told } from "#lib/words/told.ts";

const readJapanese = () => readFrom(() => japaneseReader);
afterEach(() => readFrom(() => ({ locale: "en" })));

test("What is kept is English, whoever causes it", () => {
  readJapanese();
  expect(told("The command was ended by signal {signal}.", { signal: "SIGTERM" })).toBe(
    "The command was ended by signal SIGTERM.",
  );
});

test.each([
  ["The command was ended by signal SIGTERM.", "コマンドはシグナル SIGTERM で終了しました。"],
  ["The command ended with exit code 3.", "コマンドは終了コード 3 で終わりました。"],
  [
    "The command ended with exit code 137, which usually means SIGKILL.",
    "コマンドは終了コード 137 で終わりました。通常は SIGKILL を意味します。",
  ],
  ["The command was not run: the run was aborted", "コマンドは実行されませんでした: 切替実行が中断されました"],
  ["The command was not run: disk full\nat line 2", "コマンドは実行されませんでした: disk full\nat line 2"],
  [
    'Osaka has no parameter "tape", Osaka has no ssh host "main"',
    "Osaka にパラメーター「tape」がありません、Osaka にSSH ホスト「main」がありません",
  ],
  [
    "R-1 is a live run at Osaka; R-2 is a live run.",
    "R-1 は Osaka で進行中の本番の切替実行です、R-2 は本番の切替実行です。",
  ],
  ["Tokyo has no power", "Tokyo has no power"],
  ["Host key of array:22", "array:22 のホスト鍵"],
  ["On the worker's machine there is no program /no/such.", "ワーカーのマシン: プログラム /no/such がありません。"],
  ["It cannot be reached: it did not answer in time.", "到達できません: 時間内に応答がありません。"],
  ["Because it rained, and Osaka had no tape.", "Because it rained, and Osaka had no tape."],
  ["", ""],
])("%s is retold in Japanese, and what people wrote is left as it is", (kept, japanese) => {
  expect(retell(kept)).toBe(kept);
  readJapanese();
  expect(retell(kept)).toBe(japanese);
});
