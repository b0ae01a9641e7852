import { describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { badgeMarkdown, badgeSink, badgeUrl, type Badge } from '../../../../electron/delivery/badge';
import type { ProjectSlug } from '../../../../shared/domain/project-slug';
import { ok } from '../../../../shared/result';

const value = new SecretValue('CCIPRJ_x_0920b581');
const cloud: Badge = {
  address: 'https://circleci.com',
  product: 'cloud',
  slug: 'gh/acme/web' as ProjectSlug,
};
const server: Badge = { ...cloud, address: 'https://ci.acme.example', product: 'server-3' };
const query = `?style=svg&circle-token=CCIPRJ_x_0920b581`;

describe('the badge of a project', () => {
  test.each<[string, Badge, string, string]>([
    ['on circleci.com', cloud, 'https://circleci.com/gh/acme/web.svg', 'https://circleci.com/gh/acme/web'],
    [
      'on circleci.com, of a branch',
      { ...cloud, branch: 'feature/x' },
      'https://dl.circleci.com/status-badge/img/gh/acme/web/tree/feature%2Fx.svg',
      'https://dl.circleci.com/status-badge/redirect/gh/acme/web/tree/feature%2Fx',
    ],
    ['on a server', server, 'https://ci.acme.example/gh/acme/web.svg', 'https://ci.acme.example/gh/acme/web'],
    [
      'on a server, of a branch',
      { ...server, branch: 'main' },
      'https://ci.acme.example/gh/acme/web/tree/main.svg',
      'https://ci.acme.example/gh/acme/web/tree/main',
    ],
  ])(
    '%s shows its image with the token and links to the project without it',
    (_where, badge, image, link) => {
      expect(badgeUrl(badge, value).reveal()).toBe(`${image}${query}`);
      expect(badgeMarkdown(badge, value).reveal()).toBe(`[![CircleCI](${image}${query})](${link})`);
    },
  );

  test('is a secret itself', () => {
    expect(`${String(badgeUrl(cloud, value))}${JSON.stringify(badgeMarkdown(cloud, value))}`).not.toContain(
      'CCIPRJ',
    );
  });

  test('cannot be led elsewhere by a name', () => {
    const slug = 'gh/a c(m)e?x#y/w)[eb](z' as ProjectSlug;
    const hostile = badgeMarkdown({ ...cloud, slug, branch: '../..)](x' }, new SecretValue('a)&b=c'));
    const path = 'gh/a%20c%28m%29e%3Fx%23y/w%29%5Beb%5D%28z/tree/..%2F..%29%5D%28x';
    const base = 'https://dl.circleci.com/status-badge';
    expect(hostile.reveal()).toBe(
      `[![CircleCI](${base}/img/${path}.svg?style=svg&circle-token=a%29%26b%3Dc)](${base}/redirect/${path})`,
    );
  });

  test('is copied whole, and only a person can say that it was put in its place', async () => {
    const copied: string[] = [];
    const copy = (secret: SecretValue) => {
      copied.push(secret.reveal());
      return Promise.resolve();
    };
    const sink = badgeSink(cloud, 'markdown', copy, () => Promise.resolve());
    expect(await sink.deliver(value, { label: 'badge', scope: 'status' })).toEqual(ok({ kind: 'copied' }));
    expect(copied).toEqual([badgeMarkdown(cloud, value).reveal()]);
    expect(await sink.prove(value, { kind: 'copied' })).toEqual(ok(false));
    expect(sink.describe()).toBe('the badge of gh/acme/web, on the clipboard');
  });
});
