import type { AccountsFailure } from '../../shared/domain/accounts';
import { describeFailure } from '../../shared/domain/api-failure';
import type { ImportFailure } from '../../shared/domain/import-report';
import type { LeaverFailure } from '../../shared/domain/leaver';
import type { PeopleFailure } from '../../shared/domain/people';

const NOT_WRITTEN_DOWN =
  'Nothing was changed. The ledger cannot be written to, and what is not written down is not done.';

const PEOPLE: Readonly<Record<PeopleFailure['kind'], string>> = {
  'no-such-connection': 'This connection is no longer there. Nothing was changed.',
  'no-such-person': 'Nobody is known by this name any more. Nothing was changed.',
  'same-person': 'These are one person already. Nothing was changed.',
  'no-such-account': 'This account is no longer in the list. Nothing was changed.',
  'no-such-token': 'This token is no longer in the register. Nothing was written down.',
  storage: 'This could not be written to disk. Nothing was changed.',
  ledger: NOT_WRITTEN_DOWN,
};

export const peopleFailureSentence = ({ kind }: PeopleFailure): string => PEOPLE[kind];

const LEAVERS: Readonly<Record<LeaverFailure['kind'], string>> = {
  'no-such-leaver': 'This checklist is no longer there.',
  'no-such-person': 'Nobody is known by this name any more. No checklist was opened.',
  'no-inventory': 'There is nothing to make a checklist from yet: look at this connection first.',
  'already-open': 'A checklist of this person is open already.',
  'not-possible': 'The checklist has changed meanwhile, or a line is still open. Nothing was changed.',
  storage: 'This could not be written to disk. Nothing was changed.',
  ledger: NOT_WRITTEN_DOWN,
};

export const leaverFailureSentence = ({ kind }: LeaverFailure): string => LEAVERS[kind];

/** Why nothing was taken from a file, or from the host. Nothing to say where a person chose no file. */
export function importFailureSentence(failure: ImportFailure | AccountsFailure): string | undefined {
  const stays = 'Nothing was taken from it; what was known stays.';
  switch (failure.kind) {
    case 'declined':
      return undefined;
    case 'disk':
      return `The file could not be read to its end. ${stays}`;
    case 'too-large':
      return `The file is larger than 100 MB, or has more than 2,000,000 lines. ${stays} Export a shorter time.`;
    case 'stopped':
      return `You stopped it. ${stays}`;
    case 'api':
      return `What was known stays. ${describeFailure(failure.failure)}`;
    case 'busy':
      return 'Another file is being read. Wait for it, or stop it.';
    case 'storage':
      return 'What was read could not be written to disk. What was known stays.';
    case 'no-such-connection':
      return 'This connection is no longer there.';
    case 'no-inventory':
      return 'There is no inventory to lay it beside yet: look at this connection first.';
    case 'wrong-columns':
      return `This is another kind of table: its first line has no ${listed(failure.missing)}. ${stays}`;
  }
}

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
