/**
 * An openid that is well-formed and nobody's: an account that may ask about people is answered 40003 (it is not
 * one of ours), another one 48001. The doctor asks about it, and the inspector knows the question by it.
 */
export const NOBODY = 'oFollowDeskDoctorAsksForNone';
