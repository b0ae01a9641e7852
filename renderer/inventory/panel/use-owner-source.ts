import { useEffect, useState } from 'react';

import type { OwnerSource } from '../../../shared/domain/people';
import type { TokenRecord } from '../../../shared/domain/token';
import { bridge } from '../../bridge';

/** The import that told who made a token; nothing where no log told it. */
export function useOwnerSource(token: TokenRecord | undefined): OwnerSource | undefined {
  const [told, setTold] = useState<OwnerSource>();
  const isTold = token?.owner?.source === 'audit-log' || token?.createdFrom === 'audit-log';
  const ref = isTold ? token.ref : undefined;
  useEffect(() => {
    if (ref === undefined) return undefined;
    let isWanted = true;
    void bridge['people:owner-source']({ ref }).then((source) => {
      if (isWanted && source.ok && source.value !== null) setTold(source.value);
    });
    return () => {
      isWanted = false;
    };
  }, [ref]);
  return told?.ref === ref ? told : undefined;
}
