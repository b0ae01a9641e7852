import { z } from 'zod';

import { decodeWith } from '../../shared/ipc/decode';
import { text } from './wire';

/** What v2 asks for the next page by; nothing on the last. */
export const readV2Mark = decodeWith(
  z.object({ next_page_token: text }).transform((page) => page.next_page_token),
);

/** What v3 asks for the next page by; nothing on the last. */
export const readV3Mark = decodeWith(
  z.object({ page: z.object({ next: text }) }).transform(({ page }) => page.next),
);
