/** Where the product under test answers, and where the accounts made for it are told. `E2E_PORT` moves both. */
const PORT = Number(process.env.E2E_PORT ?? 4_170);
export const BASE_URL = `http://127.0.0.1:${PORT}`;
export const PRODUCT_PORT = String(PORT);
export const ACCOUNTS_PORT = PORT + 1;
export const ACCOUNTS_URL = `http://127.0.0.1:${ACCOUNTS_PORT}/`;
export const OPEN_ID_PORT = PORT + 2;
/** Where the product looks for a mail server; a test that is about e-mail starts one there. */
export const MAIL_PORT = PORT + 3;
/** Where a second console answers, in which nothing is. */
export const EMPTY_PORT = PORT + 4;
