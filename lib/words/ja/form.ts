/** Forms. */
export const form = {
  "Add one": "1 つ追加",
  "Add one: {field}": "1 つ追加: {field}",
  "Add “{field}”": "「{field}」を追加",
  "Leave out": "外す",
  "Leave out: {field}": "外す: {field}",
  "Move up: {item}": "上へ移動: {item}",
  "Name of {field} {place}": "{field} {place} の名前",
  "Remove: {item}": "削除: {item}",
  "This name is already used above.": "この名前は上にすでにあります。",
  none: "なし",
} as const;
