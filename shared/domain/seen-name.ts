/** What takes no place on a screen, or shows nothing there. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2800]/gu;

/** A name as people see it: those that differ in case, in width, in spaces or in what shows nothing are one. */
export const seenName = (name: string): string =>
  name.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether there is anything to see in a text. */
export const isSeen = (text: string): boolean => seenName(text) !== '';
