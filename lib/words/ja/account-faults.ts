/** Why the server refuses something about accounts, sessions and tokens. */
export const accountFaults = {
  "There is already an account for {email}.": "{email} のアカウントはすでにあります。",
  "is among the most common passwords": "よく使われるパスワードです",
  "is the same thing repeated": "同じ文字の繰り返しです",
  "has hardly any letters": "文字がほとんど含まれていません",
  "is a common password with something added": "よく使われるパスワードに何かを加えただけです",
  "{weakness}: choose another one, such as a short sentence": "{weakness}。短い文など、別のものにしてください",
  "The password {fault}.": "パスワード: {fault}。",
  "There is no such user.": "そのユーザーはいません。",
  "Somebody has changed this person since you opened it. Open it again.":
    "開いた後でこの人の設定が変更されました。もう一度開いてください。",
  "{name} has no password in this console: they sign in elsewhere.":
    "{name} にはこのコンソールのパスワードがありません。別のところでサインインしています。",
  "Your password was changed by somebody else just now.": "パスワードがたった今、他の人によって変更されました。",
  "This is not your current password.": "現在のパスワードと違います。",
  "You have {most} saved filters. Delete one that is not used.":
    "保存した絞り込みが {most} 件あります。使っていないものを削除してください。",
  "There is no such saved filter of yours.": "その絞り込みは保存されていません。",
  "you already have a saved filter with the name {name}": "{name} という名前の絞り込みはすでに保存されています",
  "Choose another name: {fault}.": "別の名前にしてください: {fault}。",
  "One-time codes are already on. Turn them off first.":
    "サインインではすでにコードを求めています。先にそれを終わらせてください。",
  "You come by single sign-on already.": "すでにシングルサインオンと連携しています。",
  "There is no new secret to confirm. Begin again.": "確認する新しい秘密がありません。最初からやり直してください。",
  "This is not the code that your authenticator shows now. Its clock may be wrong.":
    "認証アプリに現在表示されているコードと違います。端末の時計がずれているかもしれません。",
  "One-time codes are not on for this person.": "この人にはコードを求めていません。",
  "There is no such session of yours: it may have ended by itself.":
    "あなたのそのセッションはありません。自動で終了した可能性があります。",
  "There is no such session: it may have ended by itself.":
    "そのセッションはありません。自動で終了した可能性があります。",
  "This set-up address has been used or is out of date. While there is no administrator, each start of the console prints a new one.":
    "この初期設定用アドレスは使用済みか期限切れです。管理者がいない間は、コンソールの起動ごとに新しいアドレスが表示されます。",
  "There is already an administrator. Ask them for an account.":
    "管理者はすでにいます。アカウントの作成を依頼してください。",
  "Too many failed attempts. Try again in {minutes} min.":
    "失敗が続いたため、受け付けを止めています。{minutes} 分後にもう一度お試しください。",
  "Enter the six digits that your authenticator shows now, or one of your recovery codes.":
    "認証アプリに今表示されている 6 桁の数字か、回復コードの 1 つを入力してください。",
  "This console can no longer check the codes of your authenticator. Use one of your recovery codes, or ask an administrator.":
    "このコンソールでは、認証アプリのコードを確認できなくなりました。回復コードの 1 つを使うか、管理者に相談してください。",
  "This is none of your recovery codes, or was used before. Codes of the authenticator cannot be checked any more.":
    "回復コードではないか、使用済みです。認証アプリのコードはもう確認できません。",
  "This code is not right, or was used before. Enter the next one.":
    "コードが違うか、使用済みです。次のコードを入力してください。",
  "The e-mail address or the password is wrong.": "このメールアドレスとパスワードではサインインできません。",
  "you do not have {permission} yourself": "あなた自身に {permission} の権限がありません",
  "A token may do no more than its owner: {fault}.": "トークンの権限は所有者の権限を超えられません: {fault}。",
  "You have {most} tokens. Revoke one that is not used.":
    "トークンが {most} 件あります。使っていないものを失効させてください。",
  "You already have a token with the name {name}. Revoke it first.":
    "{name} という名前のトークンはすでにあります。先に失効させてください。",
  "There is no such token: it may have been revoked already.":
    "そのトークンはありません。すでに失効した可能性があります。",
  "There is no such token of yours.": "あなたのそのトークンはありません。",
  "This is the last active administrator. Make somebody else administrator first.":
    "有効な管理者はこの人だけです。先に別の人を管理者にしてください。",
  "There is no single sign-on here.": "ここではシングルサインオンは使えません。",
} as const;
