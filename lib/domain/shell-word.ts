/**
 * An argument as a person can type it; where no shell is involved, quotes still show where it ends. What is not known yet,
 * `[how]`, stays as it is.
 */
export const asShellWord = (word: string): string =>
  /^([\w@%+=:,./•-]+|\[[^\]]+\])$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
