/** A click as a hand makes it: what is said of the field that is left must not move the button away meanwhile. */
export const PRESS = { delay: 100 };
