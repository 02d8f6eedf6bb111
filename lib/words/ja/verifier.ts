/** What the verifier of a record says, which auditors are given as a program of its own. */
export const verifier = {
  "something stands after the end of the bundle": "書き出しファイルの末尾の後に何かがあります",
  "this is no bundle of the format {format}": "形式 {format} の書き出しファイルではありません",
  "is missing, and so are all others": "ありません。他のイベントもすべてありません",
  "the run is over, and no right signature stands for it": "切替実行は終わっていますが、正しい署名がありません",
  "line {line} is not JSON": "{line} 行目が JSON ではありません",
  "line {line} is no part of a bundle": "{line} 行目は書き出しファイルの一部ではありません",
  "its line is not that of an event": "その行はイベントの行ではありません",
  "was changed, or one before it was changed, removed, added or moved":
    "これかこれより前のイベントが変更、削除、追加、移動されています",
  "is not JSON": "JSON ではありません",
  "has the number {number}: one is missing, added or moved": "番号が {number} です。欠落、追加、移動があります",
  "belongs to another run": "別の切替実行のものです",
  "was recorded before the one before it": "直前のイベントより前に記録されています",
  "a log begins with run.created, and only there": "記録の最初だけに run.created があるはずです",
  "it says {run}, and its log is that of {label}": "{run} と書かれていますが、記録は {label} のものです",
  "the file {id} is there twice": "ファイル {id} が 2 つあります",
  missing: "ありません",
  "not the one that was attached": "添付されたものと異なります",
  "the file it attached is {wrong}": "添付したファイル: {wrong}",
  "the file {id} was attached by no event": "ファイル {id} を添付したイベントがありません",
  "the key {fingerprint} is not the one that its fingerprint names":
    "鍵 {fingerprint} がフィンガープリントと一致しません",
  "it has more than one procedure": "手順書が 2 つ以上あります",
  "the procedure is missing": "手順書がありません",
  "the procedure in the bundle is not the one that was run": "書き出しファイルの手順書が、実行されたものと異なります",
  "the bundle is cut off: its last line is missing": "書き出しファイルが途中で切れています。最後の行がありません",
  "its last line does not say how many events there are": "最後の行にイベント数がありません",
  "there should be {expected} events, and there are {events}":
    "イベントは {expected} 件のはずですが、{events} 件あります",
  "is not the last one that the run knows": "切替実行が記録している最後のイベントではありません",
  "a signature cannot be read": "署名を読み取れません",
  "a signature is by another key, {fingerprint}": "署名が別の鍵 {fingerprint} によるものです",
  "the key {fingerprint} of a signature is missing": "署名の鍵 {fingerprint} がありません",
  "a signature is not right": "署名が正しくありません",
  "a signature is that of another run": "署名が別の切替実行のものです",
  "it hides that {count} events got their hashes later":
    "{count} 件のイベントのハッシュが後から付けられたことが隠されています",
  "{signed} events were signed, and there are {events}": "署名されたイベントは {signed} 件ですが、{events} 件あります",
  "is not what was signed: it or one before it was changed":
    "署名された内容と異なります。これかこれより前のイベントが変更されています",
  "That what was recorded is what was done: it shows only that nothing was changed since it was recorded.":
    "記録されたことが実際に行われたこと: 示されるのは、記録後に変更がないことだけです。",
  "That this is all of it: the run is not over, so nothing is signed yet and events may be missing at the end.":
    "これがすべてであること: 切替実行が終わっていないため署名はまだなく、末尾のイベントが欠けている可能性があります。",
  "That this is the console's record: none of its events is signed yet.":
    "これがコンソールの記録であること: どのイベントもまだ署名されていません。",
  "Events {first} to {last} were added after the signature and are not signed yet.":
    "イベント {first}～{last} は署名の後に追加され、まだ署名されていません。",
  "That the key is the console's: compare its fingerprint with one you got another way (--key).":
    "鍵がコンソールのものであること: 別の経路で入手したフィンガープリントと比べてください (--key)。",
  "When it was signed: the time beside a signature is not part of what is signed.":
    "いつ署名されたか: 署名に添えられた日時は署名の対象に含まれません。",
  "That the procedure is the one that was run: its log has no digest of it.":
    "手順書が実行されたものであること: 記録にそのダイジェストがありません。",
  "That events 1 to {last} were not changed before the console was updated: they got their hashes then.":
    "イベント 1～{last} がコンソールの更新前に変更されていないこと: ハッシュはそのとき付けられました。",
} as const;
