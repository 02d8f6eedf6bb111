/** What workers say of hosts and commands, and the record keeps. */
export const workerTold = {
  "it could not be looked at to the end": "最後まで確認できませんでした",
  "The worker failed in the middle of it. Its log has the details.":
    "途中でワーカーに障害が起きました。詳細はワーカーのログにあります。",
  "{host} has no program {program}": "{host} にプログラム {program} がありません",
  "it was canceled before it began": "開始前に中止されました",
  "its time was up before it began": "開始前に制限時間を過ぎました",
  "It was asked to end, and the worker was stopped before it was known to be gone.":
    "終了を求めましたが、終わったと分かる前にワーカーが停止しました。",
  "It was to end, and {host} could not be told: it may go on there.":
    "終了させようとしましたが {host} に伝えられませんでした。まだ続いている可能性があります。",
  "The worker was stopped while the command was running. It goes on; the host can be asked for its receipt.":
    "コマンドの実行中にワーカーが停止しました。コマンドは続いています。ホストに受領記録を問い合わせできます。",
  "The worker was stopped while the command was running. It goes on there; the host can be asked for its receipt.":
    "コマンドの実行中にワーカーが停止しました。コマンドはホストで続いています。ホストに受領記録を問い合わせできます。",
  "the host was asked before it began, and it never will": "開始前にホストへ問い合わせたため、今後開始されません",
  "its receipt cannot be written on the worker's machine: {reason}":
    "ワーカーのマシンに受領記録を書き込めません: {reason}",
  "its receipt cannot be written in {folder} on the worker's machine":
    "ワーカーのマシンの {folder} に受領記録を書き込めません",
  "{signal} ended what was to note its exit code, and the command goes on.":
    "終了コードを記録する処理が {signal} で終わりましたが、コマンドは続いています。",
  "{folder} cannot be read.": "{folder} を読み取れません。",
  "it was canceled before it was sent": "送信前に中止されました",
  "its time was up before the host answered; no command was sent":
    "ホストの応答前に制限時間を過ぎました。コマンドは送信していません",
  "the worker was stopped before it was sent": "送信前にワーカーが停止しました",
  "the connection was lost": "接続が切れました",
  "It did not answer in time.": "時間内に応答がありませんでした。",
  "it could not be begun on {host}, or the host was asked before it began; it never will be":
    "{host} で開始できなかったか、開始前にホストへ問い合わせたため、今後開始されません",
  "on {host} {fault}": "{host} で: {fault}",
  "the receipt cannot be written in {folder}": "{folder} に受領記録を書き込めません",
  "On {host} the command is gone and has left no exit code.":
    "{host} でコマンドは終わっていますが、終了コードが残っていません。",
  "On {host} what was to note its exit code is gone. The command goes on.":
    "{host} で終了コードを記録する処理がなくなりました。コマンドは続いています。",
  "The connection to {host} was lost in the middle of the command. It may go on there; the host can be asked for its receipt.":
    "コマンドの途中で {host} との接続が切れました。続いている可能性があります。ホストに受領記録を問い合わせできます。",
  "{host} did not answer to the end: {reason}": "{host} の応答が途中で終わりました: {reason}",
  "as expected": "期待どおり",
  "The worker was stopped before the service answered. It may have acted.":
    "サービスの応答前にワーカーが停止しました。サービスが処理した可能性があります。",
  "its time was up": "制限時間を過ぎました",
  "it was canceled": "中止されました",
  done: "完了",
  "the whole": "全体",
  "nothing was sent: {reason}": "何も送信していません: {reason}",
  "there was no answer: {reason}": "応答がありません: {reason}",
  "The service has not answered ({cause}). It may have acted all the same.":
    "サービスの応答がありません ({cause})。それでも処理した可能性があります。",
  "expected {codes}.": "期待値は {codes} です。",
  "expected {codes}. It leads to {address}; redirects are not followed.":
    "期待値は {codes} です。{address} へ転送されますが、転送には従いません。",
  "It was canceled while what the service began was going on. It may go on.":
    "サービスが始めた処理の途中で中止されました。処理が続いている可能性があります。",
  "The worker was stopped while what the service began was going on. It may go on.":
    "サービスが始めた処理の途中でワーカーが停止しました。処理が続いている可能性があります。",
  "{what} is {value}, which means that it failed": "{what} が失敗を示す値 {value} になりました",
  "no value": "値なし",
  "The question was not answered: {reason}": "問い合わせへの応答がありません: {reason}",
  "[truncated: the answer is larger than 1 MiB]": "[以降省略: 応答が 1 MiB を超えました]",
  "[truncated: the command wrote more than 10 MiB]": "[以降省略: コマンドの出力が 10 MiB を超えました]",
  "[truncated: the line is longer than 16,384 characters]": "[以降省略: 行が 16,384 文字を超えました]",
  "The expected result is looked for.": "期待される結果を確認します。",
  "Try {number}: it holds, {message}": "{number} 回目: 成り立ちます。{message}",
  "Try {number}: it does not hold, {message}": "{number} 回目: 成り立ちません。{message}",
  "Try {number}: the time was up before it was over": "{number} 回目: 終わる前に制限時間になりました",
  "the answer is not JSON": "応答が JSON ではありません",
  "{what} is {value}, expected {expected}": "{what} は {value} (期待値は {expected})",
  'The secret "{name}" was given to another worker, or to this one before it was started anew.':
    "秘密「{name}」は別のワーカーか、再起動前のこのワーカーに渡されています。",
  "this attempt has been claimed there already, and no attempt is begun twice":
    "この試行はホスト側ですでに確保されており、同じ試行は二度開始されません",
  "the receipts of this run were removed there when nothing had changed for 30 days":
    "30 日間変化がなかったため、この切替実行の受領記録は削除されています",
  "attempt {attempt} of the step has begun there since": "その後、このステップの試行 {attempt} が開始されています",
} as const;
