/**
 * Matches text that shows all it holds: no control character, no line end, no half of a character, nothing that turns the
 * direction of reading.
 */
export const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u;

export const isPlainText = (text: string): boolean => PLAIN_TEXT.test(text);

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes visible what would otherwise hide in a label: control characters, and those that turn the direction of reading. */
export const showHidden = (text: string): string =>
  text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
