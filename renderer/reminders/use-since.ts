import { useEffect, useState } from 'react';

import type { SinceLastLook } from '../../shared/domain/reminder';
import { bridge } from '../bridge';

/** What changed since Rekey was last open, until a person has put it away; it is asked anew after each look. */
export function useSince() {
  const [since, setSince] = useState<SinceLastLook>();
  const [isDismissed, setDismissed] = useState(false);

  useEffect(() => {
    const ask = async () => {
      const answer = await bridge['reminders:since'](null);
      if (answer.ok && answer.value !== null) setSince(answer.value);
    };
    void ask();
    return bridge['on:inventory:settled'](() => void ask());
  }, []);

  return {
    since: isDismissed ? undefined : since,
    dismiss: () => {
      setDismissed(true);
    },
  };
}
