import type { NativeQuestion } from '../../../electron/rotation/native-question';
import type { Truth } from './witness';

/**
 * What a person answers in main who knows what they created themselves, and what is in use: only what really came of a lost
 * create of Rekey's is deleted.
 */
export function answerHonestly(question: NativeQuestion, { made, sealed, asked, alive }: Truth): boolean {
  if (question.kind === 'not-ours') {
    const isToStay = question.tokens.every(
      ({ ref }) => !made.has(ref) || sealed.has(ref) || !alive().has(ref),
    );
    if (isToStay) for (const { ref } of question.tokens) asked.writtenOff.add(ref);
    return isToStay;
  }
  if (question.kind !== 'delete-orphan') return true;
  const isOurs = made.has(question.ref) && !sealed.has(question.ref);
  if (isOurs) asked.consented.add(question.ref);
  return isOurs;
}
