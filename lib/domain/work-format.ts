/**
 * The format of work that this version hands out and understands. Raised whenever a worker of the version before could
 * misread it; a worker is given no work of a higher format than its own.
 */
export const WORK_FORMAT = 2;
