/** What messages say. */
export const notices = {
  "BREAK-GLASS, {who} let it start in place of those who were asked":
    "緊急解除: 求められた人に代わり、{who} が開始を許可",
  "BREAK-GLASS, {who} started it although {runs} held what it needs":
    "緊急解除: 必要なものを {runs} が占有している中、{who} が開始",
  "It answered {detail}.": "{detail} が返されました。",
  "It answered {detail}: redirects are not followed.": "{detail} が返されました。転送先には送りません。",
  "It could not be made ready to be sent: the log of the console says why.":
    "送信の準備ができませんでした。理由はコンソールのログにあります。",
  "It did not answer, and may have got it: {detail}.": "応答がありません。届いている可能性があります: {detail}。",
  "It was not reached: {detail}.": "接続できませんでした: {detail}。",
  "No mail server is configured (SMTP_URL).": "メールサーバーが設定されていません (SMTP_URL)。",
  "Open it in the console": "コンソールで開く",
  "Step {step}: {title}": "ステップ {step}: {title}",
  "Step {step}: {title} ({words})": "ステップ {step}: {title} ({words})",
  "Test message of the switchover console": "切替コンソールのテストメッセージ",
  "The channel was deleted while this was on its way, so it may have arrived.":
    "送信中に送信先が削除されました。届いている可能性があります。",
  "The channel was deleted.": "送信先が削除されました。",
  "The channel was switched off.": "送信先が無効にされました。",
  "The mail server answered: {detail}": "メールサーバーの応答: {detail}",
  "The mail server does not accept the sign-in: {detail}.": "メールサーバーがサインインを受け付けません: {detail}。",
  "The mail server took too long, and may have got it.":
    "メールサーバーの処理に時間がかかりすぎました。届いている可能性があります。",
  "The mail server was not reached: {detail}.": "メールサーバーに接続できませんでした: {detail}。",
  "The receiver was switched off or deactivated meanwhile.": "その間に受信者が無効にされました。",
  "Which messages you get, you choose at {address}": "受け取るメッセージは次の場所で選べます: {address}",
  "aborted by {who}": "{who} が中断",
  "declared by {who}, not started yet": "{who} が宣言、未着手",
  "declared failed by {who}": "{who} が失敗と宣言",
  "goes on, resumed by {who}": "{who} が再開",
  "paused by {who}": "{who} が一時停止",
  "started by {who}": "{who} が開始",
  "{name}, step {step}: {words}": "{name} ステップ {step}: {words}",
  "{name}, steps {steps}: {words}": "{name} ステップ {steps}: {words}",
  "{steps} and {count} more": "{steps} ほか {count} 件",
  "{subject}, and {count} more": "{subject}、ほか {count} 件",
  "{who} asked for it. Nothing is to be done.": "{who} の依頼によるものです。対応は不要です。",
  "{who} offers you command": "{who} から指揮の引き継ぎの申し出",
  "{who} took command from {from}": "{who} が {from} から指揮を取りました",
  "{who} wrote a note to you": "{who} からあなた宛てのメモ",
} as const;
