/** Whether the page is as narrow as a phone, where tabs part what a desk shows at once. */
export const isPhone = (): boolean => !window.matchMedia("(min-width: 48rem)").matches;
