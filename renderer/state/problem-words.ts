import type { StateProblem } from '../../shared/domain/state-problem';

/** What each of Rekey's files holds, as a person knows it. */
const HELD: Readonly<Record<string, string>> = {
  'connections.json': 'the connections; their sealed credentials are untouched',
  'consumers.json': 'where tokens are used',
  'leavers.json': 'the checklists of leavers',
  'people.json': 'people, imports and attestations',
  'policy.json': 'the policy and its exceptions',
  'preferences.json':
    'the place of the window, destinations and saved views; every part that could be read is still in use',
  'register.json':
    'the personal tokens that were entered by hand, which are missing from the inventory until it is back',
  'reminders.json': 'the reminder settings',
  'reminders-told.json': 'which reminders were shown',
  'rotation.journal': 'the rotations that were under way',
};

const heldBy = (file: string) =>
  file.endsWith('.inventory') ? 'the last inventory of a connection' : (HELD[file] ?? 'data of Rekey');

const items = (count: number) => (count === 1 ? '1 rotation' : `${count.toLocaleString('en')} rotations`);
const are = (count: number) => (count === 1 ? 'is' : 'are');

/** What did not fit, what is safe, and what to do: in that order. */
export function problemSentence(problem: StateProblem): string {
  switch (problem.kind) {
    case 'set-aside':
      return `${problem.file} could not be read and was set aside on ${new Date(problem.at).toISOString().slice(0, 10)} as ${problem.keptAs}. It held ${heldBy(problem.file)}. To get it back, quit Rekey, put a copy that can be read in its place and start again; move the file that was set aside elsewhere to end this message.`;
    case 'restored':
      return `No token was touched. The rotation journal had lost ${items(problem.items)} that other files still know: ${are(problem.items) === 'is' ? 'it stands' : 'they stand'} in Rotation again and ${are(problem.items) === 'is' ? 'needs' : 'need'} your decision.`;
    case 'lost':
      return `No token was touched. The rotation journal does not have ${items(problem.items)} that other files still know, and it cannot be written to. Look at these tokens in CircleCI, and put a copy of the journal back.`;
    case 'held':
      return `No token was touched. The records of ${items(problem.items)} do not agree, as after a file was damaged or put back to an earlier moment: ${are(problem.items) === 'is' ? 'it is' : 'they are'} stopped in Rotation and ${are(problem.items) === 'is' ? 'needs' : 'need'} your decision.`;
    case 'unknown-values':
      return `The vault keeps ${problem.values === 1 ? 'a sealed value' : `${problem.values.toLocaleString('en')} sealed values`} of rotations that no file knows any more. Nothing was deleted: look for new tokens in CircleCI that nobody uses.`;
    case 'journal':
      return `Rekey cannot use its rotation journal (${JOURNAL[problem.why]}). Nothing is rotated until it can; the file was left as it is.`;
  }
}

const JOURNAL = {
  broken: 'it is damaged in its middle',
  'other-format': 'another version of Rekey wrote it',
  unwritable: 'its folder cannot be written to',
} as const;
