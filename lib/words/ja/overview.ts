/** What goes on, and what waits. */
export const overview = {
  "All of them in the history": "履歴ですべて見る",
  "At risk or over": "要注意・超過",
  Drills: "訓練",
  Late: "遅れの見込み",
  "Live now": "本番実行中",
  "More runs are open than stand here. {all}": "ここに示したもの以外にも未終了の切替実行があります。{all}",
  "No run is live": "本番の切替実行はありません",
  "No run matches the filter": "絞り込みに合う切替実行はありません",
  "Number, procedure, site, commander": "番号、手順書、拠点、指揮者",
  "On course": "順調",
  "Only runs with these words": "この語を含む切替実行のみ",
  "Show all runs": "すべて表示",
  Trouble: "問題あり",
  "decisions that wait: {count}": "判断待ち {count} 件",
  "nothing is in progress": "実行中のものはありません",
  "{time} left": "残り {time}",
  "{time} over RTO": "RTO を {time} 超過",
  "{count} runs go on: {over} over RTO, {risk} more at risk.":
    "切替実行 {count} 件が進行中: RTO 超過 {over} 件、ほかに要注意 {risk} 件。",
} as const;
