import { afterEach, expect, test } from "vitest";
import { told as sentences } from "#lib/words/ja/told.ts";
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
  ["The command was not run: the run was aborted", "コマンドは実行されませんでした: 切替実行が打ち切られました"],
  ["The command was not run: disk full\nat line 2", "コマンドは実行されませんでした: disk full\nat line 2"],
  [
    'Osaka has no parameter "tape", Osaka has no ssh host "main"',
    "Osaka にパラメーター「tape」がありません、Osaka にSSH ホスト「main」がありません",
  ],
  [
    "R-1 is a live run at Osaka; R-2 is a live run.",
    "R-1 は Osaka で進行中の本番の切替実行です、R-2 は本番の切替実行です。",
  ],
  ["exit code 3: done", "終了コード 3: done"],
  ["The service answered 200: done", "サービスの応答は 200 でした: 完了"],
  ["Tokyo has no power", "Tokyo has no power"],
  ["Because it rained, and Osaka had no tape.", "Because it rained, and Osaka had no tape."],
  ["", ""],
])("%s is retold in Japanese, and what people wrote is left as it is", (kept, japanese) => {
  expect(retell(kept)).toBe(kept);
  readJapanese();
  expect(retell(kept)).toBe(japanese);
});

const filled = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, "⟨$1⟩");
const hasWords = (sentence: string): boolean => sentence.replace(/\{\w+\}|\P{L}/gu, "").length >= 6;

test.each(Object.entries(sentences).filter(([english]) => hasWords(english) || !english.includes("{")))(
  "%s is known again among all the others",
  (english, japanese) => {
    readJapanese();
    expect(retell(filled(english))).toBe(filled(japanese));
  },
);
