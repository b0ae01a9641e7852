import type { BrowserWindow, Dialog, MessageBoxOptions } from 'electron';

import { assertNever } from '../../shared/assert-never';
import type { NativeQuestion } from '../rotation/native-question';
import { wordsForNotOurs, wordsForOrphan } from './orphan-words';
import { messagesForCoverage } from './coverage-messages';
import { wordsForException, wordsForPolicy } from './policy-words';
import { wordsForTarget } from './target-words';

interface Words {
  readonly message: string;
  readonly detail: string;
  readonly button: string;
}

const CANCEL = 0;
const GO = 1;

/** SECURITY X14: asks in a dialog of main's own. Cancel is the default, and what closing the dialog means. */
export async function askNatively(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: BrowserWindow | undefined,
  question: NativeQuestion,
): Promise<boolean> {
  const { message, detail, button } = wordsFor(question);
  const options: MessageBoxOptions = {
    type: 'warning',
    title: 'Rekey',
    message,
    detail,
    buttons: ['Cancel', button],
    defaultId: CANCEL,
    cancelId: CANCEL,
    noLink: true,
  };
  const shown =
    window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
  return (await shown).response === GO;
}

const tokens = (count: number, adjective: string) =>
  `${String(count)} ${adjective} token${count === 1 ? '' : 's'}`;

/** What is asked, in words: the count and the organisation by name, and what will be gone. */
export function wordsFor(question: NativeQuestion): Words {
  switch (question.kind) {
    case 'rotate': {
      const what = tokens(question.count, '').replace('  ', ' ');
      const then = 'Nothing old is deleted: each old token waits, and its deletion is confirmed by itself.';
      const commands =
        question.commands.length === 0 ? '' : ` Values are given to: ${question.commands.join(', ')}.`;
      const memory = question.keepsInMemory
        ? ' This connection keeps its secrets in memory: hand the new values over before you quit Rekey.'
        : '';
      return {
        message: `Rotate ${what} of ${question.organisation}?`,
        detail: `${tokens(question.count, 'new')} will be created at CircleCI. ${then}${commands}${memory}`,
        button: `Rotate ${what}`,
      };
    }
    case 'delete-old': {
      const what = tokens(question.count, 'old');
      return {
        message: `Delete ${what} of ${question.organisation}?`,
        detail: 'Whatever still uses an old value stops working. CircleCI cannot bring a deleted token back.',
        button: `Delete ${what}`,
      };
    }
    case 'discard-new':
      return {
        message: `Discard the new token “${question.label}” of ${question.organisation}?`,
        detail:
          'The new token is deleted at CircleCI and its value is forgotten. The old token stays as it is.' +
          (question.leftBehind.length === 0
            ? ''
            : ` These places hold the new value and will stop working: ${question.leftBehind.join(', ')}.`),
        button: 'Discard and delete the new token',
      };
    case 'delete-orphan':
      return wordsForOrphan(question);
    case 'not-ours':
      return wordsForNotOurs(question);
    case 'leave-unproved':
      return {
        message: `Leave “${question.label}” of ${question.organisation} as it is?`,
        detail:
          'CircleCI does not show for certain which of its tokens are there: one that Rekey made may stay alive with nobody to use it. That you left it is written down.',
        button: 'Leave it as it is',
      };
    case 'save-target':
      return wordsForTarget(question.draft, question.replaces);
    case 'forget-connection':
      return {
        message: `Forget the connection “${question.name}”?`,
        detail:
          'Its sealed token, its last inventory and its entries made by hand are removed from this computer. Nothing changes at CircleCI.',
        button: 'Forget this connection',
      };
    case 'start-new-ledger':
      return {
        message: 'Start a new ledger?',
        detail: `The ledger that is not whole is kept as ${question.aside}; nothing of it is deleted. The first entry of the new one says that you started it.`,
        button: 'Start a new ledger',
      };
    case 'send-found':
      return {
        message: `Send the token that ends in ${question.lastFour} to ${question.host}?`,
        detail:
          'It is used once, to learn whether it works, and changes nothing there. Agree only if this host issued it: whoever runs the host can read it.',
        button: `Send it to ${question.host}`,
      };
    case 'loosen-policy':
      return wordsForPolicy(question);
    case 'grant-exception':
      return wordsForException(question);
    case 'decide-coverage':
      return messagesForCoverage(question);
    case 'quit-with-values': {
      const what = tokens(question.count, 'new').replace('token', 'value');
      return {
        message: `Quit and lose ${what}?`,
        detail: 'They are only in memory. The old tokens stay valid; the new ones can then only be deleted.',
        button: 'Quit and lose them',
      };
    }
    default:
      return assertNever(question);
  }
}
