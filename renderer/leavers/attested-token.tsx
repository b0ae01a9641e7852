import { ATTESTED, latestEnd, type Attestation, type Attested } from '../../shared/domain/attestation';
import type { TokenRecord } from '../../shared/domain/token';
import { Button } from '../design/button';
import { exactUtc } from '../words/date-words';
import { plain, shortened } from '../words/token-words';
import { attestationWords, SAID_WORDS } from './attestation-words';

interface AttestedTokenProps {
  readonly token: TokenRecord;
  readonly attestation: Attestation | undefined;
  /** Who answers: the owner, as they are known. */
  readonly by: string;
  readonly isBusy: boolean;
  readonly onAttest: (answer?: { readonly by: string; readonly said: Attested }) => void;
}

/** A personal token that only its owner can see: whether they were asked, what they said, and when it ends at the latest. */
export function AttestedToken({ token, attestation, by, isBusy, onAttest }: AttestedTokenProps) {
  const label = shortened(plain(token.label));
  return (
    <section className="attested" aria-label={`Personal token ${label}`}>
      <p>
        <strong>
          <bdi>{label}</bdi>
        </strong>{' '}
        <span className="quiet">{endWords(token)}</span>
      </p>
      <p>{attestationWords(attestation)}</p>
      <div className="line">
        <Button
          isBusy={isBusy}
          aria-label={`Asked today: ${label}`}
          onClick={() => {
            onAttest();
          }}
        >
          Asked today
        </Button>
        {ATTESTED.map((said) => (
          <Button
            key={said}
            isBusy={isBusy}
            aria-label={`${SAID_WORDS[said]}: ${label}`}
            onClick={() => {
              onAttest({ by, said });
            }}
          >
            {SAID_WORDS[said]}
          </Button>
        ))}
      </div>
    </section>
  );
}

function endWords(token: TokenRecord): string {
  const end = latestEnd(token);
  if (end === undefined)
    return 'May never end: nobody knows when it was created, or it is older than CircleCI’s rule.';
  return token.expiresAt === undefined
    ? `Ends by ${exactUtc(end)} at the latest: CircleCI gives a personal token one year.`
    : `Expires ${exactUtc(end)}, as the register says.`;
}
