/** Whether a path of a request is that of this field, or of a part of it. */
export const isWithin = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);
