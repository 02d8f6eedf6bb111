/** A step's stable number: "12", or "12a" where it was put in later. */
export const STEP_NUMBER = /^[1-9][0-9]{0,3}[a-z]?$/;
