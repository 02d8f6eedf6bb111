/** What is wrong with a field. */
export const fields = {
  "name one of run, procedureId and siteId": "run、procedureId、siteId のいずれか 1 つを指定してください",
  "name both by and happenedAt, or neither": "by と happenedAt は両方とも指定するか、両方とも省いてください",
  "at least 60 seconds": "60 秒以上",
  "at most 30 days": "30 日以内",
  "must be an e-mail address": "メールアドレスを入力してください",
  "must be a telephone number: digits, spaces and + - ( ) / . with an extension such as “ext. 12”":
    "電話番号を入力してください。数字、空白、+ - ( ) / . と「内線 12」のような内線番号が使えます",
  "at most 200 characters": "200 文字以内",
  "at least 12 characters": "12 文字以上",
  "at most 128 characters": "128 文字以内",
  "at most 20 groups": "グループは 20 個まで",
  "an id or a number such as R-0042": "ID または R-0042 のような番号",
  "choose at least one thing to filter by": "絞り込みの条件を 1 つ以上選んでください",
  "lower-case letters, digits and -, at most 64": "英小文字、数字、- で 64 文字以内",
  "a single value must not begin with -; use a list for options":
    "単独の値は - で始められません。オプションにはリストを使ってください",
  "a parameter's name": "パラメーター名",
  "at most {most} characters in all": "全体で {most} 文字以内",
  "at most 40 characters": "40 文字以内",
  "lower-case letters, digits and hyphens, such as nightly-drill": "英小文字、数字、ハイフン (例: nightly-drill)",
  "at least 1": "1 以上",
  "at most 366": "366 以下",
  "capital letters, digits and _, at most 64": "英大文字、数字、_ で 64 文字以内",
  "a variable that does not change how programs are run": "プログラムの実行方法を変えない変数",
  'lower-case letters, digits and _, at most 64, not "constructor"':
    "英小文字、数字、_ で 64 文字以内 (constructor は不可)",
  'a public host key such as "ssh-ed25519 AAAA...", without a comment':
    "「ssh-ed25519 AAAA...」のような公開ホスト鍵 (コメントなし)",
  "an account name has letters, digits, dots, hyphens and underscores only":
    "アカウント名に使えるのは英字、数字、ピリオド、ハイフン、アンダースコアだけです",
  "an absolute path": "絶対パス",
  "must be an http or https address": "http または https のアドレスを入力してください",
  "an address without user, password, query or fragment":
    "ユーザー名、パスワード、クエリ、フラグメントを含まないアドレス",
  "needs a name": "名前が必要です",
  "at most 150 characters": "150 文字以内",
  "a name without / and \\": "/ と \\ を含まない名前",
  "a name": "名前",
  "an address with http:// or https://": "http:// または https:// のアドレス",
  'lower-case letters, digits, _ and -, at most 64, not "constructor"':
    "英小文字、数字、_、- で 64 文字以内 (constructor は不可)",
  "lower-case letters, digits, _ and -, at most 64": "英小文字、数字、_、- で 64 文字以内",
  "a host name or an address": "ホスト名またはアドレス",
  'a stable number such as "12" or "12a"': "「12」「12a」のような固定の番号",
  'the step\'s number and its own, such as "12.3"': "ステップの番号と枝番 (例: 12.3)",
  'a JSON pointer such as "/folder"': "「/folder」のような JSON ポインター",
  'a JSON pointer such as "/status"': "「/status」のような JSON ポインター",
  "the name of a header": "ヘッダー名",
  "not a header that is ours to set": "コンソールが設定するヘッダーは指定できません",
  Header: "ヘッダー",
  Field: "フィールド",
} as const;
