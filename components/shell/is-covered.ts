const inFront = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Whether something stands in front of the page: then its keys are not meant. */
export const isCovered = (): boolean => document.querySelector(inFront) !== null;
