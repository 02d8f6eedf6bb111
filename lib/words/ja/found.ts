/** What workers find when they look, kept as `told` keeps it. */
export const found = {
  "Connection to {address}": "{address} への接続",
  "Credential {name}": "認証情報 {name}",
  "Credential {name} for {account}": "{account} の認証情報 {name}",
  "Host key of {address}": "{address} のホスト鍵",
  "It answers.": "応答しています。",
  "It can be reached at {address}.": "{address} で到達できます。",
  "It cannot be reached: {reason}.": "到達できません: {reason}。",
  "It could not be looked at to the end.": "最後まで確認できませんでした。",
  "It is there and can be executed.": "存在し、実行できます。",
  "It is there on {host}.": "{host} にあります。",
  "It lets the worker in.": "ワーカーのログインを受け付けます。",
  "It shows a pinned host key.": "登録済みのホスト鍵を提示しています。",
  "It takes commands.": "コマンドを受け付けます。",
  "On the worker's machine {missing}.": "ワーカーのマシン: {missing}。",
  Precheck: "事前確認",
  "Program {file}": "プログラム {file}",
  "Receipts on the worker's machine": "ワーカーのマシンの受領記録",
  "Receipts on {host}": "{host} の受領記録",
  "Service {address}": "サービス {address}",
  "Shell of {account}": "{account} のシェル",
  "The connection to {host} was lost. No command was sent.":
    "{host} との接続が失われました。コマンドは送信していません。",
  'The credential "{name}" cannot be used: {reason}.': "認証情報「{name}」は使えません: {reason}。",
  "The credential {file} can be read by others on this machine: chmod 600 it.":
    "認証情報 {file} をこのマシンの他のユーザーが読み取れます。chmod 600 を設定してください。",
  "The worker has it.": "ワーカーが保持しています。",
  "The worker has no SSH agent: SSH_AUTH_SOCK is not set.":
    "ワーカーに SSH エージェントがありません。SSH_AUTH_SOCK が設定されていません。",
  'The worker has no credential "{name}": put it into {file}, or into {variable}.':
    "ワーカーに認証情報「{name}」がありません。{file} または {variable} に入れてください。",
  "The worker was stopped while it was looking. Looking changes nothing: run it again.":
    "確認中にワーカーが停止しました。確認は何も変更しないので、もう一度実行してください。",
  "They can be kept.": "保存できます。",
  "exit code {code}": "終了コード {code}",
  "exit code {code}: {output}": "終了コード {code}: {output}",
  "it did not answer in time": "時間内に応答がありません",
  "it was not over within {seconds} s": "{seconds} 秒以内に終わりませんでした",
  "no answer within {seconds} s": "{seconds} 秒以内に応答がありません",
  "that is no port": "ポートではありません",
  "the command contains NUL": "コマンドに NUL が含まれています",
  "the command is empty": "コマンドが空です",
  "there is no program {file}": "プログラム {file} がありません",
  "there was no time to look": "確認する時間がありませんでした",
  "{address} accepts connections": "{address} は接続を受け付けます",
  "{address} answers {status}": "{address} の応答は {status} です",
  "{address} cannot be reached from the jump host: {reason}.":
    "踏み台ホストから {address} に到達できません: {reason}。",
  "{address} cannot be reached: {reason}.": "{address} に到達できません: {reason}。",
  "{address} cannot be spoken to: {reason}. No command was sent.":
    "{address} と通信できません: {reason}。コマンドは送信していません。",
  "{address} does not answer": "{address} は応答しません",
  "{file} is there but cannot be executed": "{file} はありますが実行できません",
  "{folder} cannot be written there.": "ホストの {folder} に書き込めません。",
  "{folder} cannot be written.": "{folder} に書き込めません。",
  "{host} closed the connection.": "{host} が接続を閉じました。",
  '{host} does not let {user} in with the credential "{name}". No command was sent.':
    "{host} は認証情報「{name}」での {user} のログインを拒否しました。コマンドは送信していません。",
  "{host} ends the session at once. No command was sent.":
    "{host} がセッションをすぐに終了します。コマンドは送信していません。",
  '{host} ends the session at once, saying "{said}". No command was sent.':
    "{host} が「{said}」と出力してセッションをすぐに終了します。コマンドは送信していません。",
  "{host} has no program {file}.": "{host} にプログラム {file} がありません。",
  "{host} let the worker in and then gave no answer.": "{host} はワーカーのログイン後に応答していません。",
  "{host} opens no session: {reason}. No command was sent.":
    "{host} でセッションを開けません: {reason}。コマンドは送信していません。",
  "{host} opens no shell within {seconds} s. No command was sent.":
    "{host} で {seconds} 秒以内にシェルを開けません。コマンドは送信していません。",
  "{host} shows another key than the pinned ones: {fingerprint}, {key}. No command was sent.":
    "{host} が登録済みと異なる鍵を提示しています: {fingerprint}、{key}。コマンドは送信していません。",
  "{name} does not resolve: {reason}": "{name} の名前解決ができません: {reason}",
  "{name} resolves to {addresses}": "{name} は {addresses} に解決されます",
} as const;
