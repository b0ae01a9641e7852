import { useEffect, useRef } from 'react';

import type { FoundToken } from '../../shared/domain/found-token';
import type { TokenRecord } from '../../shared/domain/token';
import { Button } from '../design/button';
import { useApp } from '../stores';
import { FoundCheck } from './found-check';
import { adviceSentence, FORM_WORDS, lifeSentence, locationSentence, tokenLine } from './found-words';
import { hostOf } from './host-of';

/** Plans the rotation of exactly this token, with no overlap: another section's work. */
export type ReplaceToken = (token: TokenRecord) => void;

interface FoundCardProps {
  readonly found: FoundToken;
  readonly onLearned: (found: FoundToken) => void;
  readonly onForgotten: () => void;
  readonly onReplace: ReplaceToken;
}

/** All that is known of one value: what it may be, whether it works, and what to do. */
export function FoundCard({ found, onLearned, onForgotten, onReplace }: FoundCardProps) {
  const { life, matches, form, lastFour } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone by then: whoever listens goes on at the new facts.
  useEffect(() => {
    heading.current?.focus();
  }, [life.kind]);
  const asked = useApp((state) =>
    life.kind === 'not-asked' ? undefined : state.connections.find(({ id }) => id === life.connection),
  );
  return (
    <section className="stack" aria-label={`Token that ends in ${lastFour}`}>
      <h3 ref={heading} tabIndex={-1}>
        {FORM_WORDS[form]} · <span className="mono">…{lastFour}</span>
      </h3>
      <p>{locationSentence(found)}</p>
      {matches.length > 0 && (
        <ul aria-label="Tokens that it may be" className="found-matches">
          {matches.map(({ token }) => (
            <li key={token.ref} className="spread">
              <span className="found-token">{tokenLine(token)}</span>
              {life.kind !== 'refused' && (
                <Button
                  look="danger"
                  aria-label={`Revoke and replace now: ${token.label}`}
                  onClick={() => {
                    onReplace(token);
                  }}
                >
                  Revoke and replace now
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {matches.length > 0 && life.kind !== 'refused' && (
        <p className="quiet">
          Replacing opens a plan of this one token, with its known places and no overlap: nothing happens
          before you confirm it there.
        </p>
      )}
      <div role="status" className="stack">
        {asked !== undefined && (
          <p>
            <strong>{lifeSentence(found, hostOf(asked))}</strong>
          </p>
        )}
        {asked !== undefined && <Advice sentence={adviceSentence(found, asked)} />}
      </div>
      {life.kind !== 'works' && life.kind !== 'refused' && (
        <FoundCheck found={found} onLearned={onLearned} onForgotten={onForgotten} />
      )}
    </section>
  );
}

function Advice({ sentence }: { readonly sentence: string | undefined }) {
  return sentence === undefined ? null : <p>{sentence}</p>;
}
