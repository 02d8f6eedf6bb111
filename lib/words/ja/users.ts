/** Accounts of others. */
export const users = {
  "(you)": "(あなた)",
  "12 characters or more.": "12 文字以上。",
  Active: "有効",
  "Add a person": "ユーザーを追加",
  Added: "追加日",
  Another: "別の候補",
  "Another administrator has to change your role.": "自分の役割は、別の管理者が変更する必要があります。",
  "Another administrator has to do this.": "別の管理者が行う必要があります。",
  "Ask {name} for no more codes?": "{name} のコードの使用をやめますか?",
  "Change {name}": "{name} を変更",
  "Commanders and administrators change procedures. You are {role}: ask one of them.":
    "手順書を変更できるのは指揮者と管理者です。あなたの役割は{role}です。いずれかの人に依頼してください。",
  "Commanders and administrators publish procedures. You are {role}: ask one of them.":
    "手順書を公開できるのは指揮者と管理者です。あなたの役割は{role}です。いずれかの人に依頼してください。",
  Deactivate: "無効にする",
  "Deactivate {name}?": "{name} を無効にしますか?",
  "Deactivated {date}": "無効 {date}",
  "Deactivate…": "無効にする…",
  "Deactivating…": "無効化中…",
  "End all": "すべて終了",
  "First password": "最初のパスワード",
  "Loading the sessions": "セッションを読み込み中",
  "Loading the users": "ユーザーを読み込み中",
  "Make sure that it is really this person who asks you. From then on their password alone lets them in, and their sessions end now.":
    "本当に本人からの依頼か確かめてください。以後はパスワードだけで入れるようになり、セッションは直ちに終了します。",
  "Name, role, groups…": "名前、役割、グループ…",
  "New password for {name}": "{name} の新しいパスワード",
  "New password…": "新しいパスワード…",
  "Not added.": "追加されていません。",
  "Not deactivated.": "無効になっていません。",
  "Nothing was changed.": "何も変更されていません。",
  "One a line, such as Change board. A gate of a run may ask for somebody of a group.":
    "1 行に 1 つ (例: 変更管理委員会)。切替実行の関門はグループの人を求めることがあります。",
  "One-time codes…": "ワンタイムコード…",
  "Only administrators see the users": "ユーザーの一覧は管理者だけが見られます",
  Reactivate: "有効に戻す",
  "Removing…": "解除中…",
  "Role and groups": "役割とグループ",
  Roles: "役割",
  "Sessions of {name}": "{name} のセッション",
  "Sessions…": "セッション…",
  "The log keeps the name somebody had when they did something.": "ログには操作した時点の名前が残ります。",
  "The old one stops working and all their sessions end at once.":
    "古いパスワードは使えなくなり、すべてのセッションが直ちに終了します。",
  "The password of {name}, shown only now. Give it to them in person or by phone; they change it under “Your account”.":
    "{name} のパスワードです。表示されるのは今だけです。対面か電話で伝えてください。本人が「アカウント」で変更します。",
  "The password was changed": "パスワードを変更しました",
  "The sessions": "セッション",
  "The users": "ユーザー",
  "They add people, change roles and give new passwords. You are {role}: ask one of them.":
    "ユーザーの追加、役割の変更、新しいパスワードの発行は管理者が行います。あなたの役割は{role}です。管理者に依頼してください。",
  "They are signed out at once and cannot sign in until somebody reactivates them. What they did stays in the log under their name. A run they command goes on: somebody else has to take command.":
    "直ちにサインアウトされ、再び有効にされるまでサインインできません。行った操作は本人の名前でログに残ります。指揮中の切替実行は続くため、ほかの人が指揮を取る必要があります。",
  "What is ended is signed out at once; whoever knows the password can sign in again.":
    "終了したセッションは直ちにサインアウトされます。パスワードを知る人は再びサインインできます。",
  "You may read, not change": "閲覧のみ可能で、変更はできません",
  "You may read, not publish": "閲覧のみ可能で、公開はできません",
  "{name} is not signed in anywhere.": "{name} はどこにもサインインしていません。",
  "{name} was added": "{name} を追加しました",
  "{role}: {may}.": "{role}: {may}。",
} as const;
