import { scrub } from '../../shared/domain/ledger-entry';
import type { Instant } from '../../shared/domain/instant';
import type { Notice } from '../../shared/domain/reminder';
import { DUE } from './reminders';

/** The news of one organisation: how many tokens have come to which step. */
export interface OrganisationNews {
  readonly name: string;
  readonly news: ReadonlyMap<number, number>;
}

const number = new Intl.NumberFormat('en-US');
const tokens = (count: number) => `${number.format(count)} token${count === 1 ? '' : 's'}`;

/** All news in one notification. SECURITY X1: names of organisations and counts, no label and no value. */
export function noticeOf(all: readonly OrganisationNews[]): Notice | undefined {
  const told = all.filter(({ news }) => news.size > 0);
  if (told.length === 0) return undefined;
  const due = told.reduce((sum, { news }) => sum + (news.get(DUE) ?? 0), 0);
  const count = told.reduce((sum, { news }) => sum + [...news.values()].reduce((a, b) => a + b, 0), 0);
  const title =
    due > 0 ? `${tokens(due)} ${due === 1 ? 'is' : 'are'} due` : `${tokens(count)} will be due soon`;
  return { title, body: told.map(lineOf).join('\n') };
}

function lineOf({ name, news }: OrganisationNews): string {
  const parts = [...news].map(([step, count]) => {
    if (step === DUE) return `${number.format(count)} due`;
    return `${number.format(count)} within ${step === 1 ? 'a day' : `${String(step)} days`}`;
  });
  return `${scrub(name)}: ${parts.join(', ')}`;
}

/** The reminder of a session that a person planned. */
export function sessionNotice(session: Instant, dueNow: number): Notice {
  const day = new Date(session).toISOString().slice(0, 10);
  const due =
    dueNow === 0 ? 'No token is due now.' : `${tokens(dueNow)} ${dueNow === 1 ? 'is' : 'are'} due now.`;
  return { title: 'Rotation session', body: `You planned it for ${day}. ${due}` };
}

export const TEST_NOTICE: Notice = {
  title: 'Rekey can remind you',
  body: 'This is a test. Nothing became due.',
};
