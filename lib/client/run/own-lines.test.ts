import { afterEach, beforeEach, expect, test } from "vitest";
import { OutputBuffer } from "#lib/client/output/output-buffer.ts";
import { ownLinesOf } from "#lib/client/run/own-lines.ts";
import type { ProbeWork } from "#lib/domain/way/probe.ts";
import type { Assignment } from "#lib/domain/work.ts";
import { japaneseReader } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";

beforeEach(() => readFrom(() => japaneseReader));
afterEach(() => readFrom(() => ({ locale: "en" })));

const command: Assignment = { way: "process", argv: ["/bin/copy"], timeoutSeconds: 60 };
const look: ProbeWork = { way: "probe", everySeconds: 5, that: { look: "tcp", host: "192.0.2.7", port: "22" } };
const probe: Assignment = { ...look, timeoutSeconds: 60 };
const request: Assignment = {
  ...{ way: "http", base: "http://array.example/", url: "http://array.example/x", method: "POST", headers: {} },
  ...{ expect: { status: [200], json: [] }, timeoutSeconds: 60 },
};
const confirmed: Assignment = { ...command, expected: { probe: look, timeoutSeconds: 60 } };

const held = "Try 2: it holds, 192.0.2.7:22 accepts connections";

test.each<[Assignment, string, string]>([
  [probe, held, "2 回目: 成り立ちます。192.0.2.7:22 は接続を受け付けます"],
  [confirmed, held, "2 回目: 成り立ちます。192.0.2.7:22 は接続を受け付けます"],
  [confirmed, "The expected result is looked for.", "期待される結果を確認します。"],
  [command, held, held],
  [request, held, held],
  [
    request,
    "The question was not answered: nothing accepts connections there (ECONNREFUSED 192.0.2.7:80)",
    "問い合わせへの応答がありません: 接続が拒否されました (ECONNREFUSED 192.0.2.7:80)",
  ],
  [command, "done", "done"],
  [
    command,
    "a very long[truncated: the command wrote more than 10 MiB]",
    "a very long[以降省略: コマンドの出力が 10 MiB を超えました]",
  ],
])("Of an attempt of %j, %s is read as %s", (work, line, read) => {
  const buffer = new OutputBuffer(ownLinesOf(work));
  buffer.append({ piece: 1, at: "2026-01-01T00:00:00.000Z", stream: "stdout", text: `${line}\n` });
  expect(buffer.textOf(0)).toBe(read);
  expect(
    buffer
      .runsOf(0)
      .map(({ text }) => text)
      .join(""),
  ).toBe(read);
});
