import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { RemoteToken } from '../../electron/circleci/client';
import { SecretValue } from '../../electron/credentials/secret-value';
import type { DemoServer } from '../../electron/demo/demo-server';
import type { DemoToken } from '../../electron/demo/demo-state';
import { decodeJournal } from '../../electron/rotation/journal-lines';
import { runsFrom } from '../../electron/rotation/run';
import type { Row } from '../../electron/rotation/row';
import { parseProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { RotationBench } from './rotation-bench';

/** What was there before anything was rotated, and what a confirmed plan names. */
export interface Before {
  readonly seen: ReadonlySet<TokenRef>;
  readonly confirmed: ReadonlySet<TokenRef>;
}

/** Every token that stands at the host, by the ref that Rekey knows it by. */
export function standing(server: DemoServer, bench: RotationBench): ReadonlyMap<TokenRef, DemoToken> {
  const remote = ({ id, value, label, scope }: DemoToken): RemoteToken =>
    server.state.profile === 'server-2'
      ? { label, scope, value: new SecretValue(value) }
      : { id, label, scope };
  const refs = new Map<TokenRef, DemoToken>();
  for (const { slug, tokens } of server.state.projects) {
    for (const token of tokens)
      refs.set(bench.refFor('project', parseProjectSlug(slug), remote(token)), token);
  }
  for (const token of server.state.personal)
    refs.set(bench.refFor('personal', undefined, remote(token)), token);
  return refs;
}

/** The rows as the journal on disk has them, of runs that are closed too. */
export async function journalledRows(folder: string): Promise<readonly Row[]> {
  const decoded = decodeJournal(await readFile(join(folder, 'rotation.journal')));
  if (!decoded.ok) throw new Error(`the journal is ${decoded.error}`);
  const open = decoded.value.records.filter(({ kind }) => kind !== 'run-closed');
  return [...runsFrom(open).values()].flatMap(({ rows }) => [...rows.values()]);
}

/** The six invariants of the design, each with its number. Throws at the first that does not hold. */
export async function checkInvariants(
  server: DemoServer,
  bench: RotationBench,
  folder: string,
  { seen, confirmed }: Before,
): Promise<void> {
  const alive = standing(server, bench);
  const rows = await journalledRows(folder);
  const made = [...alive].filter(([ref]) => !seen.has(ref));

  for (const ref of seen) {
    if (alive.has(ref)) continue;
    hold(confirmed.has(ref), `3: ${ref} was deleted and is in no confirmed plan`);
    const successors = rows.filter(
      (row) => row.ref === ref && row.newRef !== undefined && alive.has(row.newRef),
    );
    hold(successors.length > 0 || isCompacted(rows, ref), `1: ${ref} is gone and has no living successor`);
    for (const row of successors)
      hold(await isHeld(row, server, bench, alive), `1: the value of ${row.label} is lost`);
  }

  for (const [ref, { label }] of made) {
    const own = rows.find((row) => row.newRef === ref || row.orphan === ref);
    const maybe = rows.find((row) => row.askedLabel === label && MAKING.has(row.need?.from ?? row.step));
    const isRemembered = (row: Row) => row.step !== 'left' || row.keptBecause !== undefined || isInUse(row);
    hold(
      (own !== undefined && isRemembered(own)) || maybe !== undefined || rows.length === 0,
      `2: the new token “${label}” is forgotten`,
    );
  }

  for (const row of rows) {
    const token = row.newRef === undefined || row.step === 'creating' ? undefined : alive.get(row.newRef);
    if (token === undefined || row.need?.reason === 'scope-differs') continue;
    hold(
      token.label.startsWith(row.label) && token.scope === row.newScope,
      `4: “${row.label}” is not as planned`,
    );
  }

  const secrets = [...alive.values(), ...server.state.deleted].map(({ value }) => value);
  // What is on its way to its name may be gone by the time it is read.
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.new'));
  for (const name of names) {
    const content = await readFile(join(folder, name), 'utf8');
    hold(!secrets.some((secret) => content.includes(secret)), `5: ${name} holds a value`);
  }

  for (const row of rows.filter(({ step }) => step === 'gone')) {
    hold(!alive.has(row.ref), `6: “${row.label}” is said to be done, and its old token lives`);
  }
}

/** Steps in which a token may have been made that no row names yet. */
const MAKING: ReadonlySet<Row['step']> = new Set(['creating', 'ambiguous']);

/** A row that a person left after its value had been put to use: the new token is known and works. */
const isInUse = (row: Row): boolean => row.until !== undefined;

/** The journal forgets what is over; the token may have been rotated in a run that is closed. */
const isCompacted = (rows: readonly Row[], ref: TokenRef): boolean => !rows.some((row) => row.ref === ref);

/** Whether the team has the value of a row's new token: sealed, in a variable, at work in Rekey, or seen by a person. */
async function isHeld(
  row: Row,
  server: DemoServer,
  bench: RotationBench,
  alive: ReadonlyMap<TokenRef, DemoToken>,
): Promise<boolean> {
  const value = row.newRef === undefined ? undefined : alive.get(row.newRef)?.value;
  if (value === undefined) return false;
  const kept = await bench.vault.get(row.id);
  if (kept.ok && kept.value.reveal() === value) return true;
  const { projects, contexts } = server.state;
  const variables = [...projects, ...contexts].flatMap((place) => [...place.variables.values()]);
  const isWritten = variables.some((variable) => variable.value === value);
  return isWritten || bench.credential().reveal() === value || row.wasRevealed;
}

function hold(isTrue: boolean, invariant: string): void {
  if (!isTrue) throw new Error(`invariant ${invariant}`);
}
