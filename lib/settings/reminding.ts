/** The browser's permission without which nobody is reminded of anything; it is asked for by a press alone. */
export const REMINDER_PERMISSION = { permissions: ['notifications' as const] };

/** Minutes before an entry of the plan between which one may choose. */
export const REMIND_BEFORE = [0, 15, 30, 60, 120] as const;
