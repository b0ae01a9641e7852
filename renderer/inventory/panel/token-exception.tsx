import { exceptionFor } from '../../../shared/domain/policy-exception';
import type { TokenRecord } from '../../../shared/domain/token';
import { Button } from '../../design/button';
import { useInventory } from '../../stores';
import type { ExceptionDeeds } from '../exception-deeds';

interface TokenExceptionProps {
  readonly token: TokenRecord;
  readonly exceptions: ExceptionDeeds;
}

/** Ends the exception that a token is under, or asks for one. One button for both: it keeps the focus when one is granted or ended. */
export function TokenException({ token, exceptions: deeds }: TokenExceptionProps) {
  const { policy, exceptions } = useInventory((state) => state.rules);
  const now = useInventory((state) => state.now);
  const exception = exceptionFor(token, exceptions, policy, now);
  return (
    <Button
      onClick={() => {
        const { ref, label } = token;
        if (exception !== undefined) deeds.end(exception);
        else deeds.grant({ subject: { kind: 'token', ref, label }, cannot: [], covers: 1 });
      }}
    >
      {exception === undefined ? 'Grant an exception …' : 'End this exception …'}
    </Button>
  );
}
