import { t } from "#lib/words/t.ts";

/** What a style sheet prints at the foot of each page. It holds no words itself: it cannot know who reads. */
export const pageNumber = (): string =>
  `"${t("Page {page} of {pages}", { page: '" counter(page) "', pages: '" counter(pages) "' })}"`;
