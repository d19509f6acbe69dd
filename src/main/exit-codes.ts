/** What the desktop's exit code tells `launch.ts`, which runs without Electron and so shares nothing else with it. */

/** A start that failed and was explained to the user: no other host would do better. */
export const EXPLAINED = 70;
