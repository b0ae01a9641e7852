import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';
import type { Clock } from '../clock';
import type { SecretValue } from '../credentials/secret-value';
import type { Api } from './api';
import { fabricatedValue, formOf } from './fabricated-value';

/** How a call was answered, as far as two answers can differ: 2xx, or the status of a refusal. */
export type AnswerKind = 'accepted' | number;

/** What a call is answered that is made with a made-up value, and with none. */
export interface Contrast {
  readonly fabricated: AnswerKind;
  readonly none: AnswerKind;
}

/** Asks for the contrast of a path, for values of this form. Fails where there was no answer to compare with. */
export type ContrastOf = (path: string, value: SecretValue) => Promise<Result<Contrast, ApiFailure>>;

export interface ContrastDeps {
  readonly clock: Pick<Clock, 'now'>;
  /** In [0, 1). */
  readonly random: () => number;
}

const HOUR_MS = 3_600_000;

interface Entry {
  readonly askedAt: number;
  readonly answer: Promise<Result<Contrast, ApiFailure>>;
}

/** Asks once per path, form and hour, in turn with all other requests of the host. Only answers are remembered. */
export function openContrasts(api: Pick<Api, 'read'>, { clock, random }: ContrastDeps): ContrastOf {
  const entries = new Map<string, Entry>();

  const ask = async (path: string, value: SecretValue): Promise<Result<Contrast, ApiFailure>> => {
    const [fabricated, none] = await Promise.all([
      api.read(path, { token: fabricatedValue(value, random) }),
      api.read(path, { token: 'none' }),
    ]);
    const kinds = { fabricated: answerKindOf(fabricated), none: answerKindOf(none) };
    if (!kinds.fabricated.ok) return kinds.fabricated;
    if (!kinds.none.ok) return kinds.none;
    return ok({ fabricated: kinds.fabricated.value, none: kinds.none.value });
  };

  return async (path, value) => {
    const key = `${formOf(value)} ${path}`;
    const now = clock.now();
    const known = entries.get(key);
    // A clock that was set back must not keep an answer alive for longer.
    if (known !== undefined && now >= known.askedAt && now - known.askedAt < HOUR_MS) return known.answer;
    const entry = { askedAt: now, answer: ask(path, value) };
    entries.set(key, entry);
    const answer = await entry.answer;
    if (!answer.ok && entries.get(key) === entry) entries.delete(key);
    return answer;
  };
}

/** What kind of answer it was; fails where nobody answered the question: no connection, a limit, a page, a failing server. */
export function answerKindOf(answer: Result<unknown, ApiFailure>): Result<AnswerKind, ApiFailure> {
  if (answer.ok) return ok('accepted');
  const { error } = answer;
  if (error.kind === 'unauthorized') return ok(401);
  if (error.kind === 'forbidden' || error.kind === 'rejected') return ok(error.status);
  return err(error);
}
