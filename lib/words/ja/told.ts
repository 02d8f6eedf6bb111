import { found } from "#lib/words/ja/found.ts";
import { machineFaults } from "#lib/words/ja/machine-faults.ts";
import { verifier } from "#lib/words/ja/verifier.ts";
import { workerTold } from "#lib/words/ja/worker-told.ts";

/** What the system says and the record keeps: `told` keeps the English, `retell` shows these. */
export const told = {
  ...found,
  ...machineFaults,
  ...verifier,
  ...workerTold,
  "The step was held back after it was asked.": "依頼の後で、ステップは保留に戻りました。",
  "What would be done has changed since it was asked.": "依頼の後で、行う内容が変わりました。",
  "Nothing was done: the commander opened the gate in place of those who were asked.":
    "何も行われていません。依頼された人に代わって指揮者がゲートを開きました。",
  "Nobody decided in time. No answer is a no.": "期限内に誰も判断しませんでした。回答がなければ「不可」です。",
  "It was not begun in time. Ask again.": "期限内に開始されませんでした。もう一度依頼してください。",
  "The command succeeded, but what must be true afterwards is not: {message}":
    "コマンドは成功しましたが、実行後に成り立つべきことが成り立っていません: {message}",
  "The command succeeded, but its output does not say {outputs}.":
    "コマンドは成功しましたが、出力に {outputs} がありません。",
  "The command succeeded, but the run was over before anybody confirmed the result.":
    "コマンドは成功しましたが、誰かが結果を確認する前に切替実行が終わりました。",
  "the host holds no receipt of this attempt. It is claimed there now, so that it never will be run.":
    "ホストにこの試行の受領記録がありません。今後実行されないよう、ホスト側で確保しました。",
  "Canceled before a worker began; the command was not run.":
    "ワーカーが始める前に中止されました。コマンドは実行されていません。",
  "the run was aborted": "切替実行が打ち切られました",
  "the run was declared failed": "切替実行の失敗が宣言されました",

  "account changes": "アカウントの変更",
  "automatic mode": "自動モード",
  "The command was ended by signal {signal}.": "コマンドはシグナル {signal} で終了しました。",
  "The command was not run: {message}": "コマンドは実行されませんでした: {message}",
  "The time was up; the process is known to be gone.":
    "制限時間を過ぎました。プロセスが残っていないことは確認済みです。",
  "The time was up; whether the process is gone is not known.":
    "制限時間を過ぎました。プロセスが残っているかどうかは不明です。",
  "Canceled; the process is known to be gone.": "中止しました。プロセスが残っていないことは確認済みです。",
  "Canceled; whether the process is gone is not known.": "中止しました。プロセスが残っているかどうかは不明です。",
  "The service answered {status}: {message}": "サービスの応答は {status} でした: {message}",
  "It did not hold, at the last of 1 try: {message}": "1 回の試行で成り立ちませんでした: {message}",
  "It did not hold, at the last of {tries} tries: {message}":
    "{tries} 回の試行の最後でも成り立ちませんでした: {message}",
  "The command ended with exit code {code}, which usually means {signal}.":
    "コマンドは終了コード {code} で終わりました。通常は {signal} を意味します。",
  "The command ended with exit code {code}.": "コマンドは終了コード {code} で終わりました。",
  "The procedure goes on with a warning when this step fails.":
    "手順書の定めにより、このステップが失敗しても警告を付けて続行します。",
  "{run} is a live run of this procedure": "{run} はこの手順書の本番の切替実行です",
  "{run} is a live run": "{run} は本番の切替実行です",
  "{run} is a live run of this procedure at {sites}": "{run} は {sites} で進行中の、この手順書の本番の切替実行です",
  "{run} is a live run at {sites}": "{run} は {sites} で進行中の本番の切替実行です",
  '{site} has no parameter "{parameter}"': "{site} にパラメーター「{parameter}」がありません",
  'no step has given "{output}" yet': "「{output}」を出力したステップがまだありません",
  '"{input}" has not been said': "「{input}」が指定されていません",
  "{site} has no {connection}": "{site} に{connection}がありません",
  'ssh host "{name}"': "SSH ホスト「{name}」",
  'http service "{name}"': "HTTP サービス「{name}」",
  "That the console itself could not change this record: it connects to the database as the owner. Give it roles of its own (README, Operation).":
    "コンソール自身がこの記録を変更できないこと: データベースに所有者として接続しています。専用のロールを与えてください (README、Operation)。",
  "The sites of the schedule": "定期点検の拠点",
  "They are not those that this version needs. Choose them, and how often it is asked, anew.":
    "この版に必要な拠点と一致しません。拠点と点検の間隔を選び直してください。",
  "A worker answers": "ワーカーの応答",
  "Procedure applicable": "手順書の適用可否",
  "Whether each step applies is known.": "各ステップが対象かどうかはわかっています。",
  "Not answered yet: {facts}.": "未回答: {facts}。",
  "{missing}. The step would have to be done by hand.": "{missing}。このステップは手作業で実施することになります。",
  "Command known": "コマンドの確定",
  "People to decide": "判断する人",
  "Each decision can be taken.": "すべての判断に担当者がいます。",
  "Nobody fills {position}.": "{position}の担当者がいません。",
  "{there} people may decide, and {asked} are asked.": "判断できる人は {there} 人で、{asked} 人が必要です。",
  "Nobody is in the group {group}, which is asked.": "判断するグループ「{group}」に誰もいません。",
  "{there} of the group {group} are there, and {asked} are asked.":
    "グループ「{group}」にいるのは {there} 人で、{asked} 人が必要です。",
  "No other live run in the way": "他の本番の切替実行との競合なし",
  "Neither the procedure nor a site is held.": "手順書も拠点も占有されていません。",
  "{locks}.": "{locks}。",
  "No worker answers for {site} now.": "現在 {site} を担当するワーカーの応答がありません。",
  "lease watcher": "稼働監視",
  "automatic retry": "自動再試行",
  "time limit": "制限時間",
  "The worker {worker} was lost after the command may have begun. It is never run again by itself.":
    "コマンドが始まった可能性のある後で、ワーカー {worker} との接続が失われました。自動で再実行されることはありません。",
  "it was broken off": "途中で切断されました",
  "the answer broke off": "応答が途中で切れました",
  "{host} does not resolve: {reason}.": "{host} の名前解決ができません: {reason}。",
  "{host} resolves to no address.": "{host} に対応するアドレスがありません。",
  "{host} resolves to {address}, a local address that the site does not name itself.":
    "{host} は {address} に解決されますが、拠点の設定が自ら示していないローカルアドレスです。",
  "{address} does not lie under {base}, the address that the site allows.":
    "{address} は、拠点が許可するアドレス {base} の配下にありません。",
} as const;
export type ToldSentence = keyof typeof told;
