import { expect, test } from 'vitest';

import { needSentence } from '../../../../shared/domain/row-words';

test('a token that was renamed while it waits for deletion is said to be left to delete', () => {
  const sentence = needSentence({ reason: 'changed-since-plan', actions: ['leave'] });
  expect(sentence).toContain('the old one still has to go');
  expect(sentence).not.toContain('Nothing was done');
});
