/** The help. */
export const help = {
  "A button that may not be pressed now says why, beside it.": "今は押せないボタンの横に、その理由が表示されます。",
  "Call the roll, start the run, work through the steps. Every screen says DRILL. Practise what goes wrong too: answer “unknown”, let a step fail, reject an approval, let somebody else take over as commander.":
    "点呼を取り、切替実行を開始し、ステップを進めます。すべての画面に「訓練」と表示されます。うまくいかない場合も練習してください: 「不明」と回答する、ステップを失敗させる、承認を却下する、指揮を引き継ぐ。",
  "Choose the procedure and read it": "手順書を選んで読む",
  "Create the run as a drill": "切替実行を訓練として作成する",
  Disabled: "押せないボタン",
  "Find a state, a button, a word": "状態、ボタン、語で探す",
  "Search the help": "ヘルプ内を検索",
  "It asks for something first: a reason, a value, or the run number typed.":
    "先に入力を求めます: 理由、値、または切替実行の番号。",
  "It shows the time against the objective, what waited for people, and every exception. Add findings with owners and sign it off. Next time, compare the two runs in the history.":
    "目標に対する時間、人の対応を待った部分、すべての例外が載ります。責任者を付けて指摘事項を追加し、承認署名してください。次回は履歴で 2 つの切替実行を比較します。",
  "Check that everything is there": "準備が整っているか確かめる",
  "Not now: {reason}": "今は押せません: {reason}",
  "No entry matches": "一致する項目はありません",
  "Show the whole help": "ヘルプ全体を表示",
  "Nothing in the help contains all these words.": "これらの語をすべて含む項目はヘルプにありません。",
  "Help with this page": "この画面のヘルプ",
  "On this page": "このページの内容",
  "One commander, one operator for each site, an approver where a step asks for one, somebody who writes notes. Nobody approves what they asked for or start themselves. Messages tell them what waits for them, and a channel tells a whole team.":
    "指揮者 1 人、拠点ごとに操作者 1 人、必要なステップには承認者、そしてメモを取る人。自分が要求したもの、自分が開始するものは、自分では承認できません。対応待ちのものは通知で本人に届き、送信先を追加すればチーム全体にも届きます。",
  "Read the report the same day": "その日のうちに報告書を読む",
  "Run a drill this week": "今週、訓練を行う",
  "Run it": "実行する",
  "Say who takes part": "参加者を決める",
  "To {do}": "{do}",
  "What each button does": "各ボタンの動作",
  "What the buttons of run {run} do": "切替実行 {run} のボタンの動作",
  "What the buttons of step {step} do": "ステップ {step} のボタンの動作",
  "What these buttons do": "これらのボタンの動作",
  "What the state of a run means": "切替実行の状態の意味",
  "What the state of a step means": "ステップの状態の意味",
  "What the state of a record means": "記録の状態の意味",
  "What the state of a site means": "拠点の状態の意味",
  "What the state of a message means": "メッセージの状態の意味",
  "What the trust in a procedure means": "手順書の信頼度の意味",
  "The run is not over. Each event is chained to the one before; all are signed when it is over.":
    "切替実行は終わっていません。各イベントは前のものと連鎖し、終了後にすべて署名されます。",
  "Its page verifies what there is so far.": "記録の画面で、これまでの分を検証できます。",
  "The run is over, and no worker has signed its record yet.":
    "切替実行は終わりましたが、記録に署名したワーカーがまだありません。",
  "A worker that has the key does so within seconds. If none does, see whether one answers.":
    "鍵を持つワーカーが数秒以内に署名します。署名されなければ、応答するワーカーがあるか確かめてください。",
  "A worker has signed all of its events.": "ワーカーがすべてのイベントに署名しました。",
  "Its page verifies it anew: do so before you rely on it.":
    "記録の画面で改めて検証されます。よりどころにする前に確かめてください。",
  "Something was changed after it was recorded: its report is in doubt, and is not signed off.":
    "記録後に何かが変更されています。報告書には疑義があり、承認署名できません。",
  "Its page says what. Compare with a bundle or a back-up from before.":
    "変更箇所は記録の画面に示されます。以前のバンドルかバックアップと比べてください。",
  "No worker that may act there was heard of lately: commands there wait for one.":
    "その拠点で動作できるワーカーの応答が最近ありません。その拠点のコマンドはワーカーを待ちます。",
  "Start one on a machine that reaches the site; the page says how.":
    "拠点に接続できるマシンでワーカーを起動してください。方法は画面に示されます。",
  "Something that commands there need was not found or not reached.":
    "その拠点のコマンドに必要なものが見つからないか、接続できませんでした。",
  "Read what was found, mend it, and check again.": "点検の結果を読み、直してから、もう一度点検してください。",
  "Workers are looking whether all is there that commands need. They change nothing.":
    "コマンドに必要なものがそろっているかをワーカーが点検中です。何も変更しません。",
  "Wait for what they find.": "結果を待ってください。",
  "The site was changed after it was checked: what was found then may not be so any more.":
    "点検の後に拠点の設定が変更されました。そのときの結果はもう当てはまらないかもしれません。",
  "Check it again.": "もう一度点検してください。",
  "Nobody has had workers look yet whether all is there that commands need.":
    "コマンドに必要なものがそろっているかは、まだ点検されていません。",
  "Check it before it is needed.": "必要になる前に点検してください。",
  "A worker answers, and all that was looked for was there.":
    "ワーカーが応答し、点検したものはすべてそろっていました。",
  "Look how long ago that was.": "それがどれほど前かを確かめてください。",
  "It is on its way, or waits for its next try.": "送信中か、次の試行を待っています。",
  "It is sent by itself. Where a try failed, the line says why.":
    "自動で送信されます。失敗した試行の理由はその行に示されます。",
  "The mail server or the channel has taken it. Whether anybody has read it is not known here.":
    "メールサーバーまたは送信先が受け取りました。誰かが読んだかどうかは分かりません。",
  "It is not tried any more: too many tries failed, it was refused for good, or its channel is off or deleted.":
    "もう試行されません。何度も失敗したか、完全に拒否されたか、送信先が無効または削除済みです。",
  "Mend what the line says, then send it again.": "その行に示された原因を直し、再送してください。",
  "Changed since v…": "v… から変更あり",
  "No version of it has come to its end, neither in a drill nor live.":
    "訓練でも本番でも、最後まで行われた版がありません。",
  "Drill it before it is needed.": "必要になる前に訓練してください。",
  "An older version has come to its end. The latest has not.": "以前の版は最後まで行われましたが、最新の版はまだです。",
  "Look at what has changed, and drill it as it is now.": "変更点を確かめ、現在の版で訓練してください。",
  "The latest version has come to its end in a drill. Its exceptions are counted beside it.":
    "最新の版が訓練で最後まで行われました。例外の件数は横に示されます。",
  "The latest version has come to its end in a live run, and in no drill.":
    "最新の版が本番で最後まで行われましたが、訓練ではまだです。",
  "With …": "「…」付きのボタン",
  "{count} entries found.": "{count} 件見つかりました。",
  "{newRun}: choose Drill, the sites, the answers and an objective. Without sites of your own take the two practice sites. The preview shows which steps will apply, and why.":
    "{newRun}: 「訓練」、拠点、前提の回答、目標を選びます。自分の拠点がなければ、2 つの練習用拠点を使います。どのステップがなぜ対象になるかが事前に表示されます。",
  "{procedures} says which was never drilled. A step is simulated, acts for real or is left out of a drill; its card says so.":
    "{procedures}の一覧で、訓練したことのないものが分かります。訓練では各ステップが模擬、実際に動作、または省略のいずれかになり、カードに示されます。",
  "“Ready to run?” on the procedure’s page looks at connections, host keys, credentials and programs, and changes nothing. Do it days before, not on the day.":
    "手順書の画面の「実行準備の点検」で、接続、ホスト鍵、認証情報、プログラムを確認します。何も変更しません。当日ではなく、数日前に行ってください。",
  "Start LIVE run or Start DRILL": "本番の切替実行を開始する、または訓練を開始する",
  "Creates the run as the page shows it and starts it. “Create as draft” only creates it.":
    "画面に示された内容で切替実行を作成し、開始します。「下書きとして作成」は作成だけを行います。",
  "Keeps a file with a step as evidence; the log has its digest.":
    "ファイルを証跡としてステップに保存します。ログにはそのハッシュ値が残ります。",
  "Has workers look whether connections, host keys, credentials and programs are there. Changes nothing.":
    "接続、ホスト鍵、認証情報、プログラムがあるかをワーカーが確認します。何も変更しません。",
  "Has workers look for the same again and again, by the latest version.":
    "同じ確認を、最新の版に基づいて定期的に行います。",
  "Makes a document the next version of its procedure, or says what is wrong with it and where.":
    "文書を手順書の次の版として公開します。誤りがあれば、その内容と場所を示します。",
  "Keeps the changed step in the draft. Nothing changes for runs until that is published.":
    "変更したステップを下書きに保存します。公開されるまで切替実行には影響しません。",
  Publish: "公開",
  "Makes the draft the next version, by which new runs go. Runs that exist keep theirs.":
    "下書きを次の版として公開します。新しい切替実行はこれに従い、既存のものは元の版のままです。",
  "Deletes the draft. What is published stays as it is.": "下書きを削除します。公開中の版は変わりません。",
  "Adds a place, how it is reached, and what commands take from it.": "場所、接続方法、コマンドに渡す値を登録します。",
  "Changes a site. Runs that exist keep what they were created with.":
    "拠点を変更します。既存の切替実行は作成時の内容のままです。",
  "Lets somebody sign in, with a role and a first password.":
    "役割と最初のパスワードを決め、サインインできる人を追加します。",
  "Signs somebody out everywhere and lets them sign in no more. The log keeps their name.":
    "その人をすべてサインアウトさせ、以後サインインできなくします。名前はログに残ります。",
  "Gives somebody another password, signs them out everywhere and revokes their API tokens.":
    "その人のパスワードを変更し、すべてサインアウトさせ、API トークンを失効させます。",
  "Asks for no more codes of somebody who has lost the authenticator, and signs them out everywhere.":
    "認証アプリを失った人にコードを求めないようにし、すべてサインアウトさせます。",
  "Shows where somebody is signed in, and signs them out there, or everywhere and revokes their API tokens.":
    "その人がどこでサインインしているかを示し、個別に、またはすべてサインアウトさせて API トークンも失効させます。",
  "Has messages posted to a webhook, to Slack or to Teams as well.":
    "Webhook、Slack、Teams にも通知を送るようにします。",
  "Posts nothing to a channel any more. What waits for it is given up.":
    "その送信先への送信をやめます。送信待ちのものは送信中止になります。",
  "Deletes a channel with its address and key for good. What was sent stays in the list.":
    "送信先をアドレスと鍵とともに完全に削除します。送信したものは一覧に残ります。",
  "Makes a new key for a webhook and shows it once. The one before signs nothing any more.":
    "Webhook の新しい鍵を作り、一度だけ表示します。以前の鍵による署名は行われなくなります。",
  "Posts to the channel now and says what became of it.": "その送信先に今すぐ送信し、結果を示します。",
  "Sends a message once more that was given up, and says what became of it.":
    "送信中止になったメッセージをもう一度送信し、結果を示します。",
  "Sends you an e-mail now and says what became of it.": "自分宛てに今すぐメールを送信し、結果を示します。",
  "Keeps under a name, for you alone, what you look for in the history.":
    "履歴の絞り込みを、自分専用に名前を付けて保存します。",
  "Changes your password and signs you out everywhere else.":
    "パスワードを変更し、ここ以外をすべてサインアウトします。",
  "Asks for a code of your authenticator at each sign-in, once you have confirmed a first one.":
    "最初のコードを確認した後、サインインのたびに認証アプリのコードを求めます。",
  "Asks for no more codes when you sign in.": "サインイン時にコードを求めないようにします。",
  "Signs you out everywhere but here.": "ここ以外をすべてサインアウトします。",
  "Signs you out in one other browser.": "ほかのブラウザー 1 つをサインアウトします。",
  "Signs you out here, and drops the run packs that this browser keeps.":
    "ここでサインアウトし、このブラウザーに保存された実行パックを削除します。",
  "Makes a token by which a program acts as you, within what you tick, and shows it once.":
    "プログラムが、選んだ範囲で自分として操作するためのトークンを作り、一度だけ表示します。",
  "Ends a token of somebody else at once, where their sessions are listed.":
    "セッションの一覧で、ほかの人のトークンを直ちに失効させます。",
  "Ends a token at once.": "トークンを直ちに失効させます。",
  "Gives the run as it now stands in one file, which opens without the network and prints.":
    "現在の切替実行を 1 つのファイルにします。ネットワークなしで開け、印刷できます。",
  "Looks anew whether the record of the run holds.": "切替実行の記録に改変がないか、改めて検証します。",
  "Puts two runs side by side: how they ended, their times and answers, and each step.":
    "2 つの切替実行を並べて、結果、時間、前提の回答、各ステップを比較します。",
  "Gives the runs that the filter finds as one file, all of them.":
    "絞り込みに一致する切替実行を、すべて 1 つのファイルにします。",
  "Gives the document of a version or of a draft, to be changed elsewhere and uploaded as the next one.":
    "版または下書きの文書を取得します。手元で変更し、次の版としてアップロードできます。",
  "Make a draft of it or Compare as a draft": "下書きにする、または下書きにして比べる",
  "Makes a text the draft of its procedure, whose page says what differs. Nothing changes for runs until that is published.":
    "文書を手順書の下書きにし、その画面に違いを示します。公開されるまで切替実行には影響しません。",
  "Publish one version over another": "別の版の変更を元に戻して公開",
  "Makes the next version of a text that does not follow the latest one: what that one changed is undone.":
    "最新の版を引き継がない文書を次の版として公開します。最新の版での変更は取り消されます。",
  "Shows how the people of the run are reached: telephone and e-mail.":
    "切替実行の参加者への連絡方法 (電話とメール) を示します。",
  "Gives all that a command has written so far as one file.":
    "コマンドがこれまでに出力した内容を、すべて 1 つのファイルにします。",
  "Opens a report, or a procedure as a blank checklist, on a page of its own, as it is printed.":
    "報告書、または未記入チェックリストとしての手順書を、印刷される形で別のページに開きます。",
  "HTML, JSON or CSV": "HTML、JSON、CSV",
  "Gives the report as one file: to be read and printed, for programs, or for a spreadsheet.":
    "報告書を 1 つのファイルにします。順に、閲覧と印刷用、プログラム用、表計算用です。",
  "Gives every event of the run with its evidence and signatures, to be verified without this console.":
    "切替実行のすべてのイベントを証跡と署名とともに取得します。このコンソールなしで検証できます。",
  "Gives the program that verifies such a file offline. It needs Node.js and nothing else.":
    "そのファイルをオフラインで検証するプログラムを取得します。必要なのは Node.js だけです。",
  "manage people and messages": "ユーザーと通知を管理する",
  "look after your own account": "自分のアカウントを管理する",
} as const;
