import { expect, test } from 'vitest';

import { REPORT_KINDS } from '../../../../shared/domain/report';
import { formsOf, REPORT_FORMS } from '../../../../shared/domain/report-request';

test('a review has every form; no other kind has a calendar', () => {
  expect(formsOf('review')).toEqual(REPORT_FORMS);
  for (const kind of REPORT_KINDS.filter((one) => one !== 'review'))
    expect(formsOf(kind), kind).toEqual(['csv', 'json', 'html', 'pdf']);
});
