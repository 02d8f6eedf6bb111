/** What the server says when it does not do it. */
export const faults = {
  "This key was used before, for another command or by somebody else. Use a new one.":
    "このキーは、別のコマンドか別の人によってすでに使われています。新しいキーを使ってください。",
  "There is no such round of checks.": "その点検はありません。",
  "this is not the {field} of a page": "ページの {field} ではありません",
  "{field}: {fault}.": "{field}: {fault}。",
  "{field} {fault}.": "{field}: {fault}。",
  "There is no such schedule.": "その予定はありません。",
  "There is no procedure {key}.": "手順書 {key} はありません。",
  "is no step of this run": "この切替実行のステップではありません",
  "The file is empty.": "ファイルが空です。",
  "There is no such file.": "そのファイルはありません。",
  "{path} has no {method}: it has {allow}.": "{path} で {method} は使えません。使えるのは {allow} です。",
  "There is nothing at {path}. /api/openapi.json lists what there is.":
    "{path} には何もありません。使えるものは /api/openapi.json にあります。",
  "The request": "要求",
  "The request is not well-formed": "要求の形式が不正です",
  "Not signed in": "サインインしていません",
  "A one-time code is needed": "ワンタイムコードが必要です",
  "Not allowed": "許可されていません",
  "This path has no such method": "このパスでは使えないメソッドです",
  "The run does not allow this now": "切替実行は現在これを受け付けません",
  "Somebody was first": "先に他の人が操作しました",
  "This key was used for another command": "このキーは別のコマンドに使われています",
  "Too large": "大きすぎます",
  "Too many requests": "要求が多すぎます",
  "Something went wrong": "問題が発生しました",
  "Not confirmed": "未確認",
  "there is no such field": "そのような項目はありません",
  "The database did not confirm this. Look whether it was saved, or send it again with the same key.":
    "データベースの確認が得られませんでした。保存されたか確認するか、同じキーでもう一度送信してください。",
  "Something went wrong. The log has the details under this request id.":
    "問題が発生しました。詳細はログのこの要求 ID にあります。",
  "Send the file as application/octet-stream.": "ファイルは application/octet-stream で送信してください。",
  "The file is larger than {most} MiB.": "ファイルが {most} MiB を超えています。",
  "Send the body as application/json.": "本文は application/json で送信してください。",
  "The body is not JSON.": "本文が JSON ではありません。",
  "The body is larger than {most} KiB.": "本文が {most} KiB を超えています。",
  "Sign in first.": "先にサインインしてください。",
  "Somebody else is signed in in this browser now. Reload this page.":
    "このブラウザーには今、別の人がサインインしています。ページを再読み込みしてください。",
  "A token cannot do this: sign in for it.": "この操作はトークンではできません。サインインしてください。",
  "The token {token} of a person with the role ({role}) does not allow this: it needs {permission}.":
    "トークン {token} と所有者の役割 ({role}) ではこの操作はできません。{permission} が必要です。",
  "Your role ({role}) does not allow this: it needs {permission}.":
    "あなたの役割 ({role}) ではこの操作はできません。{permission} が必要です。",
  "This request comes from another site.": "この要求は別のサイトから送られています。",
  "This text holds NUL or half of a character pair: remove it":
    "NUL または不完全な文字が含まれています。削除してください",
  "This text holds NUL or half of a character pair: remove it.":
    "NUL または不完全な文字が含まれています。削除してください。",
  "The document": "文書",
  "The file holds more than one document: keep one.": "ファイルに文書が 2 つ以上あります。1 つにしてください。",
  "This is not well-formed.": "形式が不正です。",
  "This is not well-formed: a tab does not indent. Use spaces.":
    "形式が不正です。タブでは字下げできません。空白を使ってください。",
  "This is not well-formed: the indentation does not fit. Line up what belongs together.":
    "形式が不正です。字下げが合っていません。同じ階層の行をそろえてください。",
  "This is not well-formed: a closing bracket, a quote or a colon is missing.":
    "形式が不正です。閉じ括弧、引用符、コロンのいずれかが足りません。",
  "This is not well-formed: a backslash stands before a letter that it does not go with. Write two, or use single quotes.":
    "形式が不正です。この文字の前に円記号 (バックスラッシュ) は使えません。2 つ書くか、単一引用符で囲んでください。",
  "This is not well-formed: the value begins with a sign that means something else. Put it in quotes.":
    "形式が不正です。値が別の意味を持つ記号で始まっています。引用符で囲んでください。",
  "This is not well-formed: a list or a field stands where one value is expected. Put text with a colon in quotes; give a list or a field a line of its own.":
    "形式が不正です。1 つの値の場所に一覧か項目があります。コロンを含む文は引用符で囲み、一覧や項目は別の行に書いてください。",
  "A colon or a blank is written in full width here: write “: ” and the blanks before a field in half width.":
    "コロンか空白が全角です。「: 」と行頭の空白は半角で書いてください。",
  'This would be read as the number {number}. Put it in quotes, "{written}", or write that number.':
    '数値 {number} と読み取られます。「"{written}"」のように引用符で囲むか、その数値を書いてください。',
  "What follows # on this line would be left out, as a comment. Put the text in quotes; if it is a comment, give it a line of its own.":
    "この行の # から後は注釈とみなされ、捨てられます。文なら引用符で囲み、注釈なら別の行に書いてください。",
  "This is not well-formed: something stands here that does not belong here.":
    "形式が不正です。ここに書けないものがあります。",
  "This text holds letters that could not be read: save the file as UTF-8.":
    "読み取れなかった文字があります。ファイルを UTF-8 で保存してください。",
  'References such as "*{name}" are not allowed: write the value out.':
    "「*{name}」のような参照は使えません。値を書いてください。",
  'Tags such as "{tag}" are not allowed: remove it.': "「{tag}」のようなタグは使えません。削除してください。",
  "The same field is written twice: remove one of them.": "同じ項目が 2 回書かれています。一方を削除してください。",
  "The name of a field must be a word.": "項目名は単語にしてください。",
  "This is not JSON. It may hold a comment, a comma too many, or a name without quotes.":
    "JSON ではありません。注釈、余分なコンマ、引用符のない名前がないか確かめてください。",
  "The document is not well-formed.": "文書の形式が不正です。",
  "The document is nested more than {most} deep: flatten it.":
    "文書の入れ子が {most} 段を超えています。浅くしてください。",
  "The document is larger than 1 MiB: split it.": "文書が 1 MiB を超えています。分割してください。",
  "The document holds too many values: split it.": "文書の値が多すぎます。分割してください。",
  "must be {number}: a step keeps its number": "{number} にしてください。ステップの番号は変わりません",
  "There is no step {step} in this procedure.": "この手順書にステップ {step} はありません。",
  "This draft is no longer there: it was published or discarded.":
    "この下書きはもうありません。公開または破棄されました。",
  "{who} has changed this draft since you opened it. Open it again.":
    "開いた後で {who} がこの下書きを変更しました。もう一度開いてください。",
  "There is no such procedure.": "その手順書はありません。",
  "Version {version} is the latest, published by {who}. Open the step there.":
    "最新は {who} が公開した第 {version} 版です。そちらでステップを開いてください。",
  "There is no such version of a procedure.": "手順書のその版はありません。",
  "Version {version} was published by {who} meanwhile. Look at the difference again.":
    "その間に {who} が第 {version} 版を公開しました。差分をもう一度確認してください。",
  "This is word for word version {version}, which is already published.":
    "公開済みの第 {version} 版とまったく同じ内容です。",
  "There is no draft of this procedure.": "この手順書の下書きはありません。",
  "is in the future": "未来の日時です",
  "This id belongs to another run.": "この ID は別の切替実行のものです。",
  "is no fact of this procedure": "この手順書の前提ではありません",
  "is no position of this procedure": "この手順書の役職ではありません",
  "is the same person": "同じ人です",
  "v{version} of this procedure was published meanwhile. Choose it, or press again for this one.":
    "その間にこの手順書の v{version} が公開されました。それを選ぶか、この版で開始する場合はもう一度押してください。",
  "is nobody who can act now": "現在操作できる人ではありません",
  "is whoever creates the run, and commands it anyway": "切替実行を作成する本人で、もともと指揮者です",
  "is {role}, who commands no runs": "{role}は切替実行を指揮しません",
  "is {role}, who takes no part in runs": "{role}は切替実行に参加しません",
  "has step {step}, which has no suggested gate": "ステップ {step} には推奨のゲートがありません",
  "There is no run {run}.": "切替実行 {run} はありません。",
  "No worker answers for this site now, and a secret is kept for nobody. Start one, then press again.":
    "現在この拠点を担当するワーカーの応答がなく、秘密は預かりません。ワーカーを起動してから、もう一度押してください。",
  "Step {step} of {run} has no attempt {attempt}.": "{run} のステップ {step} に試行 {attempt} はありません。",
  "is no role of this procedure": "この手順書の役割ではありません",
  "is no site": "拠点ではありません",
  "needs a site: {title}": "拠点が必要です: {title}",
  "must be another site than the source": "切替元とは別の拠点にしてください",
  "There is no such site.": "その拠点はありません。",
  "Each start of the console writes the parameters of a practice site anew: add a site of your own.":
    "練習用拠点のパラメーターはコンソールの起動ごとに書き直されます。自分の拠点を追加してください。",
  "Somebody else has changed this site since you opened it. Open it again.":
    "開いた後で他の人がこの拠点を変更しました。もう一度開いてください。",
  "There is already a site with this key.": "このキーの拠点はすでにあります。",
  "There is already a site with this name.": "この名前の拠点はすでにあります。",
} as const;
