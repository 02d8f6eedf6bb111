/** Why the server refuses something about accounts, sessions and tokens. */
export const accountFaults = {
  "There is an account for {email} already.": "{email} のアカウントはすでにあります。",
  "is among the most common passwords": "よく使われるパスワードです",
  "is the same thing again and again": "同じ文字の繰り返しです",
  "has hardly a letter in it": "文字がほとんど含まれていません",
  "is a common password with something added": "よく使われるパスワードに何かを加えただけです",
  "{weakness}: take another one, such as a short sentence": "{weakness}。短い文など、別のものにしてください",
  "The password {fault}.": "パスワード: {fault}。",
  "There is no such user.": "そのユーザーはいません。",
  "Your password was changed by somebody else just now.": "パスワードがたった今、他の人によって変更されました。",
  "This is not your password now.": "現在のパスワードと違います。",
  "You have {most} saved filters. Delete one that is not used.":
    "保存した絞り込みが {most} 件あります。使っていないものを削除してください。",
  "There is no such saved filter of yours.": "その絞り込みは保存されていません。",
  "you have a saved filter with the name {name} already": "{name} という名前の絞り込みはすでに保存されています",
  "Choose another name: {fault}.": "別の名前にしてください: {fault}。",
  "Your sign-in asks for codes already. End that first.":
    "サインインではすでにコードを求めています。先にそれを終わらせてください。",
  "There is no new secret to confirm. Begin again.": "確認する新しい秘密がありません。最初からやり直してください。",
  "This is not the code that your authenticator shows now. Its clock may be wrong.":
    "認証アプリに現在表示されているコードと違います。端末の時計がずれているかもしれません。",
  "This person is asked for no codes.": "この人にはコードを求めていません。",
  "There is no such session of yours: it may have ended by itself.":
    "あなたのそのセッションはありません。自動で終了した可能性があります。",
  "There is no such session: it may have ended by itself.":
    "そのセッションはありません。自動で終了した可能性があります。",
  "This set-up address was used already or is out of date. While there is no administrator, each start of the console prints a new one.":
    "この初期設定用アドレスは使用済みか期限切れです。管理者がいない間は、コンソールの起動ごとに新しいアドレスが表示されます。",
  "There is an administrator already. Ask them for an account.":
    "管理者はすでにいます。アカウントの作成を依頼してください。",
  "Too many failed attempts. Try again in {seconds} seconds.":
    "失敗が続いたため、受け付けを止めています。{seconds} 秒後にもう一度お試しください。",
  "Give the code that your authenticator shows now.": "認証アプリに現在表示されているコードを入力してください。",
  "This code is not right, or was used before. Give the next one.":
    "コードが違うか、使用済みです。次のコードを入力してください。",
  "This e-mail address and password do not let you in.": "このメールアドレスとパスワードではサインインできません。",
  "you do not have {permission} yourself": "あなた自身に {permission} の権限がありません",
  "A token may do no more than its owner: {fault}.": "トークンの権限は所有者の権限を超えられません: {fault}。",
  "You have {most} tokens. Revoke one that is not used.":
    "トークンが {most} 件あります。使っていないものを失効させてください。",
  "You have a token with the name {name} already. Revoke it first.":
    "{name} という名前のトークンはすでにあります。先に失効させてください。",
  "There is no such token of yours.": "あなたのそのトークンはありません。",
  "This is the last active administrator. Make somebody else administrator first.":
    "有効な管理者はこの人だけです。先に別の人を管理者にしてください。",
  "There is no single sign-on here.": "ここではシングルサインオンは使えません。",
} as const;
