/**
 * Matches text that shows all it holds: no control character, no line end, no half of a character, nothing that turns the
 * direction of reading.
 */
export const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u;

export const isPlainText = (text: string): boolean => PLAIN_TEXT.test(text);
