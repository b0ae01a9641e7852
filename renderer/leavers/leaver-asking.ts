import type { LeaverFailure } from '../../shared/domain/leaver';
import type { useAsk } from './use-ask';

/** How a checklist asks main, and what main would not do. */
export type LeaverAsking = ReturnType<typeof useAsk<LeaverFailure>>;
