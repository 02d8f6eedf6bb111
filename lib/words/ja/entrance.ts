/** Signing in and setting up. */
export const entrance = {
  "12 characters or more. A sentence is good.": "12 文字以上。文にすると覚えやすくなります。",
  "Demo accounts:": "デモ用アカウント:",
  "First administrator": "最初の管理者",
  "Create the administrator": "管理者を作成",
  "Creating the account…": "アカウントを作成中…",
  "Further administrator": "追加の管理者",
  "It is for who can no longer sign in: on the page of the users they correct the address of another account or give it a new password.":
    "サインインできなくなった人のためのものです。ユーザーのページで、別のアカウントのアドレスを直したり、新しいパスワードを設定したりできます。",
  "No account, or the password is lost? An administrator of this console can help. Where none can, its README says how to make another one.":
    "アカウントがない、またはパスワードを忘れた場合は、このコンソールの管理者に相談してください。管理者もサインインできない場合は、README に管理者を追加する方法があります。",
  "There is no administrator yet.": "管理者がまだいません。",
  "Not signed in with {provider}.": "{provider} でサインインできませんでした。",
  "Not signed in.": "サインインできませんでした。",
  "Nothing was created.": "何も作成されていません。",
  "Open the whole set-up address that was printed where the console was started.":
    "コンソールを起動した場所に表示された初期設定のアドレスを、最後の文字まで開いてください。",
  "Or with a password of this console, which works also while {provider} does not answer.":
    "または、このコンソールのパスワードでサインインします。{provider} が応答しない間も使えます。",
  "What you entered is right, but this browser does not keep the session: the console is set up for {address}. Open it there, or have it started with another BASE_URL.":
    "入力は正しいですが、このブラウザーにセッションが保存されません。このコンソールのアドレスは {address} に設定されています。そちらを開くか、別の BASE_URL で起動してもらってください。",
  "What you entered is right, but this browser does not keep the session. Let it keep cookies of this console.":
    "入力は正しいですが、このブラウザーにセッションが保存されません。このコンソールの Cookie を許可してください。",
  "Set up": "初期設定",
  "Sign in with {provider}": "{provider} でサインイン",
  "Signing in…": "サインイン中…",
  "This address is not complete": "アドレスが途中で切れています",
  "It has made an administrator, and works once. Sign in, or ask the administrator for an account.":
    "このアドレスは一度だけ使え、管理者がすでに作成されています。サインインするか、管理者にアカウントを依頼してください。",
  "This address has been used": "このアドレスは使用済みです",
  "This address works no more": "このアドレスはもう使えません",
  "This address works once. The administrator adds everybody else, and the sites that commands run at.":
    "このアドレスは一度だけ使えます。ほかの人と、コマンドを実行する拠点は管理者が追加します。",
  "Not signed in with it.": "外部サービスでサインインできませんでした。",
  "their passwords were printed where the console was started.":
    "パスワードはコンソールを起動した場所に表示されています。",
} as const;
