const ASCII = /^[\x20-\x7e]*$/;
/** What shows nothing: zero-width signs, soft hyphens, marks of direction and of byte order, variation selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** A text as it is seen, whichever way its letters were put together and whatever shows nothing between them. */
const visible = (text: string): string =>
  ASCII.test(text) ? text : text.replace(UNSEEN, '').normalize('NFC');

/** What searches and filters compare: in lower case, composed, without what shows nothing. */
export const foldText = (text: string): string => visible(text.toLowerCase());

/** Whether a person typed what they were asked to type. Blanks of any kind and number are one. */
export const isTypedAs = (typed: string, wanted: string): boolean => asTyped(typed) === asTyped(wanted);

const asTyped = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();
