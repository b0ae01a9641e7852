import type { TargetDraft } from '../../shared/domain/delivery-target';
import { visible } from './visible';

/** An argument in quotes, so that it is clear where it ends. */
const quoted = (text: string) => visible(JSON.stringify(text));

/** What is asked before a command or a folder is kept: all that would run, or who could read what is written. */
export function wordsForTarget(draft: TargetDraft, replaces: string | undefined) {
  const name = visible(draft.name);
  const button = replaces === undefined ? 'Keep it' : 'Keep the change';
  const instead = replaces === undefined ? [] : [`It takes the place of “${visible(replaces)}”.`];
  return draft.kind === 'command'
    ? {
        message: `Let Rekey give token values to the command “${name}”?`,
        detail: [
          'When a rotation plan names it, Rekey runs this program and gives it the value of the new token:',
          `"${visible(draft.executable)}"`,
          draft.args.length === 0 ? 'It gets no arguments.' : 'Its arguments:',
          ...(draft.args.length === 0 ? [] : [draft.args.map(quoted).join(' ')]),
          `It is ended after ${String(draft.timeoutSeconds)} s. Rekey cannot see what it does with the value.`,
          ...instead,
        ].join('\n'),
        button,
      }
    : {
        message: `Let Rekey write encrypted token values to the folder “${name}”?`,
        detail: [
          'When a rotation plan names it, Rekey writes the value of the new token to a file in this folder:',
          `"${visible(draft.folder)}"`,
          'Whoever has the key of one of these age recipients can read it:',
          ...draft.recipients.map(visible),
          ...instead,
        ].join('\n'),
        button,
      };
}
