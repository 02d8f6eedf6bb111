/** What is entered afterwards. */
export const afterwards = {
  ", {count} of them refused": "、うち {count} 件は拒否",
  ", {count} saved": "、{count} 件保存済み",
  "Enter afterwards": "事後入力",
  "Everything of this run is done, decided, or does not apply.":
    "この切替実行のステップはすべて、完了、判断済み、対象外のいずれかです。",
  "Go to the run": "切替実行のページへ",
  "Known already: {value}": "既知の値: {value}",
  "No step is open": "未対応のステップはありません",
  "Not now: the server does not answer.": "今はできません。サーバーが応答しません。",
  "Not now: you are signed out.": "今はできません。サインアウトしています。",
  "Not saved": "未保存",
  "Nothing entered yet": "まだ入力がありません",
  "Nothing is left to save.": "保存するものはありません。",
  "Recorded and shown in UTC, too.": "UTC でも記録し、表示します。",
  "Save {count} steps": "{count} ステップを保存",
  "Saved, recorded afterwards: {who}, {at}": "保存しました (事後記録): {who}、{at}",
  "Say what was seen.": "確認した内容を入力してください。",
  "Say when it was.": "日時を入力してください。",
  "Say below why it was done before its turn, and save again.":
    "順番より前に実施した理由を下に入力して、もう一度保存してください。",
  "Say who it was.": "実施者を入力してください。",
  "Say why before its turn.": "順序より先に行った理由を入力してください。",
  "Still open": "未対応",
  "The run is over: add a note, or a finding of its report.":
    "この切替実行は終わっています。メモか、報告書の指摘事項を追加してください。",
  "The run had not been declared yet.": "切替実行はまだ宣言されていません。",
  "This browser keeps nothing: what is not saved is lost by a reload.":
    "このブラウザーは何も保持しません。未保存の内容は再読み込みで失われます。",
  "This time is in the future.": "まだ来ていない日時です。",
  "Tried by": "試みた人",
  "What became of step {step}": "ステップ {step} の結果",
  "What failed": "失敗の内容",
  "What is not saved stays in this browser until it is, even after a reload.":
    "未保存の内容は、再読み込みしても保存するまでこのブラウザーに残ります。",
  "What was done in {run} while nobody could reach the console, each with its true time. It is marked {mark} everywhere. Decisions, answers and running commands are entered on the run itself.":
    "誰もコンソールに接続できない間に {run} で行ったことを、それぞれ実際の日時で入力します。すべての場所に{mark}と表示されます。判断、回答、実行中のコマンドは切替実行のページで入力します。",
  "When, {zone}": "日時 ({zone})",
  "Why it was skipped": "スキップした理由",
  "recorded afterwards": "事後記録",
  "{count} to be saved": "未保存 {count} 件",
  "{who} commands this run and enters it.": "{who} が指揮者で、入力も行います。",
  "{run}, enter afterwards": "{run} の事後入力",
} as const;
