import { readFile } from 'node:fs/promises';

import { parseTokenRef, type TokenRef } from '../../shared/domain/token-ref';
import { appendDurably } from '../files/append-durably';
import { isAbsent } from '../files/json-file';
import { oneAtATime } from '../files/one-at-a-time';
import { writeAtomically } from '../files/write-atomically';

/**
 * The refs that tokens had before, each with the ref that took its place. The ledger stays as written and is read through
 * them; every other file is rewritten at the next start (`migrateRefs`).
 */
export interface RefAliases {
  /** The ref that took the place of this one; the ref itself where none did. */
  readonly currentOf: (ref: TokenRef) => TokenRef;
  /** `currentOf` by what is known now, whatever is learned later. */
  readonly copy: () => (ref: TokenRef) => TokenRef;
  /** Known at once, on disk soon after. What is known already is not written again. */
  readonly learn: (former: TokenRef, current: TokenRef) => void;
  /** Resolves when all that was learned is on disk: true where nothing was refused. */
  readonly idle: () => Promise<boolean>;
  /** Whether files may still have former refs. */
  readonly isToApply: boolean;
  /** Remembers that every file has been rewritten by what was known when the aliases were opened. */
  readonly applied: () => Promise<void>;
}

const LINE = /^(tok_[0-9a-f]{32}) (tok_[0-9a-f]{32})$/;
/** Comes after every line that the files have been rewritten by. */
const APPLIED = 'applied';

/** Opens the aliases kept in a file, one a line. A torn last line is passed over: it is learned again from the next list. */
export async function openRefAliases(path: string): Promise<RefAliases> {
  const inOrder = oneAtATime();
  const aliases = new Map<TokenRef, TokenRef>();
  const text = await readFile(path, 'utf8').catch((error: unknown) => (isAbsent(error) ? '' : undefined));
  let isToApply = false;
  for (const line of (text ?? '').split('\n')) {
    const [, former, current] = LINE.exec(line) ?? [];
    const [from, to] = [parseTokenRef(former), parseTokenRef(current)];
    if (from !== undefined && to !== undefined) aliases.set(from, to);
    if (line !== '') isToApply = line !== APPLIED;
  }
  let waiting: string[] = [];
  let isTorn = text === undefined || (text !== '' && !text.endsWith('\n'));

  /** What the disk refuses waits for what comes next. */
  const writeWaiting = async (): Promise<boolean> => {
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return true;
    isTorn = await appendDurably(path, `${isTorn ? '\n' : ''}${lines.join('')}`).then(
      () => false,
      () => true,
    );
    if (isTorn) waiting = [...lines, ...waiting];
    return !isTorn;
  };

  const follow = (ref: TokenRef, aliases: ReadonlyMap<TokenRef, TokenRef>): TokenRef => {
    let current = ref;
    // A ref may have been replaced more than once; a circle, which only a touched file can have, ends here.
    for (let steps = 0; steps < aliases.size; steps += 1) {
      const next = aliases.get(current);
      if (next === undefined || next === ref) return current;
      current = next;
    }
    return current;
  };

  return {
    currentOf: (ref) => follow(ref, aliases),
    copy: () => {
      const known = new Map(aliases);
      return (ref) => follow(ref, known);
    },
    learn: (former, current) => {
      if (former === current || aliases.get(former) === current) return;
      aliases.set(former, current);
      waiting.push(`${former} ${current}\n`);
    },
    idle: () => inOrder(writeWaiting),
    isToApply,
    applied: () =>
      inOrder(async () => {
        const lines = [...aliases].map(([former, current]) => `${former} ${current}\n`);
        await writeAtomically(path, `${lines.join('')}${APPLIED}\n`);
      }),
  };
}
