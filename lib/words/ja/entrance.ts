/** Signing in and setting up. */
export const entrance = {
  "12 characters or more. A sentence is good.": "12 文字以上。文にすると覚えやすくなります。",
  "Demo accounts:": "デモ用アカウント:",
  "First administrator": "最初の管理者",
  "Create the administrator": "管理者を作成",
  "Creating the account…": "アカウントを作成中…",
  "No account, or the password is lost? An administrator of this console can help.":
    "アカウントがない、またはパスワードを忘れた場合は、このコンソールの管理者に相談してください。",
  "Not signed in with {provider}.": "{provider} でサインインできませんでした。",
  "Not signed in.": "サインインできませんでした。",
  "Nothing was created.": "何も作成されていません。",
  "Open the whole set-up address that was printed where the console was started.":
    "コンソールを起動した場所に表示された初期設定のアドレスを、最後の文字まで開いてください。",
  "Or with a password of this console, which works also while {provider} does not answer.":
    "または、このコンソールのパスワードでサインインします。{provider} が応答しない間も使えます。",
  "Set up": "初期設定",
  "Sign in with {provider}": "{provider} でサインイン",
  "Signing in…": "サインイン中…",
  "The six digits that your authenticator shows now, or one of your recovery codes.":
    "認証アプリに今表示されている 6 桁の数字、または回復コードの 1 つ。",
  "This address is not complete": "アドレスが途中で切れています",
  "It has made the first administrator, and works once. Sign in, or ask the administrator for an account.":
    "このアドレスは一度だけ使え、最初の管理者がすでに作成されています。サインインするか、管理者にアカウントを依頼してください。",
  "This address has been used": "このアドレスは使用済みです",
  "This address works no more": "このアドレスはもう使えません",
  "This address works once. The administrator adds everybody else, and the sites that commands run at.":
    "このアドレスは一度だけ使えます。ほかの人と、コマンドを実行する拠点は管理者が追加します。",
  "Not signed in with it.": "外部サービスでサインインできませんでした。",
  "their passwords were printed where the console was started.":
    "パスワードはコンソールを起動した場所に表示されています。",
} as const;
