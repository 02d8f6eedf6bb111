/** The record and its verification. */
export const record = {
  "Event {number}": "イベント {number}",
  "Event {number}: {what}": "イベント {number}: {what}",
  "Last hash": "最後のハッシュ",
  "Not signed yet.": "まだ署名されていません。",
  "Nothing was changed in its {count} events so far. It is signed when the run is over.":
    "これまでの {count} 件のイベントに変更はありません。切替実行が終わると署名されます。",
  "Nothing was changed since the run was recorded and signed.": "記録され署名されてから、何も変更されていません。",
  "Signed up to": "署名済みの範囲",
  "See for yourself": "自分で確かめる",
  "What follows was verified {time}.": "以下は {time} に検証した結果です。",
  "Something was changed after it was recorded. Compare with a bundle or a back-up from before.":
    "記録後に何かが変更されています。以前のバンドルかバックアップと比べてください。",
  "The chain of its {count} events holds. A worker that has the key signs it within seconds.":
    "{count} 件のイベントの連鎖に改ざんはありません。鍵を持つワーカーが数秒以内に署名します。",
  "The record": "記録",
  "The record does not hold.": "記録が一致しません。",
  "The record holds.": "記録に改ざんはありません。",
  "The record, one file": "記録 (1 ファイル)",
  "The verifier": "検証プログラム",
  Verified: "検証日時",
  "Verify again": "もう一度検証",
  "Verifying the record": "記録を検証中",
  "Verifying…": "検証中…",
  "What that does not prove": "これでは証明されないこと",
  "What was read": "読み込んだ内容",
  "offline, with nothing but Node.js 20": "オフラインで、必要なのは Node.js 20 だけです",
  "the first one first": "発生順",
  "not when this was drafted": "作成時には検証していません",
  "up to event {number}, {at}, by the key": "イベント {number} まで、{at}、使用した鍵:",
  "{count} so far, {time}": "{time} の時点で {count} 件",
  "{run}, record": "{run} の記録",
} as const;
