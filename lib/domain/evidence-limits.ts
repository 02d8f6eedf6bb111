export const LARGEST_FILE_BYTES = 10 * 1_024 * 1_024;
/** Every command on the run reads what is known of them. */
export const MOST_ATTACHED = 50;
export const LONGEST_LINK = 2_000;

/** What may be attached as a link: it leads to a page, and does nothing else. */
export const isLink = (text: string): boolean =>
  text.length <= LONGEST_LINK && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
