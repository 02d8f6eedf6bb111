/** Whether a key belongs to a word that is being composed. Safari tells so of the last one, which accepts the word, by its code alone. */
export const isComposed = ({ isComposing, keyCode }: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean =>
  isComposing || keyCode === 229;
