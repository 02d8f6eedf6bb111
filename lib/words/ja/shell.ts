/** What frames every page. */
export const shell = {
  "< 1 min": "1 分未満",
  ", theme and sign-out": "、配色とサインアウト",
  "What you entered on this page is not saved. Leave without it?":
    "このページの入力は保存されていません。破棄して移動しますか?",
  "Runs continue without this page. Nothing was changed by this error.":
    "切替実行はこのページがなくても続きます。このエラーで変わったものはありません。",
  Contrast: "高コントラスト",
  Copied: "コピーしました",
  Copy: "コピー",
  Dark: "ダーク",
  "Error · Switchover console": "エラー · 切替コンソール",
  "Go to": "移動",
  "Go to the overview": "概況へ移動",
  Help: "ヘルプ",
  History: "履歴",
  "It may have been mistyped, or you may not be allowed to see it. Nothing was changed.":
    "入力の誤りか、閲覧できないページです。変更されたものはありません。",
  Language: "言語",
  Light: "ライト",
  Main: "メイン",
  Menu: "メニュー",
  Messages: "通知",
  "Nobody is signed in.": "サインインしていません。",
  "Error number: {number}": "エラー番号: {number}",
  "Opening the page…": "ページを開いています…",
  "Open the saved run pack": "保持している実行パックを開く",
  Overview: "概況",
  Pages: "ページ",
  Procedures: "手順書",
  "Runs a disaster-recovery switchover between sites as a live checklist.":
    "拠点間の災害対策切替を、進み具合がその場で見えるチェックリストとして実行します。",
  "Sign out": "サインアウト",
  "Signing out…": "サインアウト中…",
  Sites: "拠点",
  "Skip to the content": "本文へ移動",
  "Something failed while it was being prepared": "ページの組み立て中にエラーが起きました",
  "Switchover console": "切替コンソール",
  System: "システム設定",
  "The browser does not allow copying here: select it and copy it yourself.":
    "ここではブラウザーがコピーを許可していません。選択してコピーしてください。",
  Theme: "配色",
  "There is nothing at this address": "このアドレスには何もありません",
  "Fetching…": "読み込み中…",
  "Not all of this page could be fetched. Parts of it show what was known when it was opened, and their buttons do nothing yet.":
    "このページの一部を読み込めませんでした。読み込めなかった部分は、ページを開いた時点の内容を表示し、まだ操作できません。",
  "This part could not be fetched.": "この部分を読み込めませんでした。",
  "This could not be fetched: the server does not answer. The page itself goes on.":
    "読み込めませんでした。サーバーが応答しません。このページはそのまま使えます。",
  "This page could not be shown": "このページを表示できませんでした",
  Users: "ユーザー",
  "The server does not answer{age}. What you see may have changed, and what you send now may not arrive.":
    "サーバーの応答がありません{age}。表示内容は変わっている可能性があり、今送信しても届かないことがあります。",
  "Time: {time}": "日時: {time}",
  "What you see may have changed, and what you send is refused until you sign in again.":
    "表示内容は変わっている可能性があり、再びサインインするまで送信は拒否されます。",
  You: "あなた",
  "Your account": "アカウント",
  ", last update {age} ago": "、最終更新 {age}前",
  "live{age}": "接続中{age}",
  "reconnecting, {age} old": "再接続中、{age}前の内容",
  "stale, {age} old": "更新停止、{age}前の内容",
} as const;
