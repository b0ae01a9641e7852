import type { HostCapabilities } from '../../shared/domain/connection';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { SecretValue } from '../credentials/secret-value';
import { clipboardSink, type CopyValue } from './clipboard';
import type { Sink } from './sink';

/** A status badge of a project, or of one of its branches. */
export interface Badge {
  /** Scheme, host and port of the CircleCI host. */
  readonly address: string;
  readonly product: HostCapabilities['product'];
  readonly slug: ProjectSlug;
  readonly branch?: string;
}

const CLOUD_BADGES = 'https://dl.circleci.com/status-badge';

/** The address of the badge's image. It holds the token, so it is as secret as the token. */
export function badgeUrl(badge: Badge, value: SecretValue): SecretValue {
  const { image } = addressesOf(badge);
  const query = new URLSearchParams({ style: 'svg', 'circle-token': value.reveal() });
  return new SecretValue(`${image}?${query.toString()}`);
}

/** The badge for a README: the image, linked to the project. It holds the token too. */
export function badgeMarkdown(badge: Badge, value: SecretValue): SecretValue {
  return new SecretValue(`[![CircleCI](${badgeUrl(badge, value).reveal()})](${addressesOf(badge).link})`);
}

/** The clipboard, with the whole badge, as Markdown or as its bare address, in place of the value. */
export function badgeSink(
  badge: Badge,
  form: 'markdown' | 'address',
  copy: CopyValue,
  clear: () => Promise<void>,
): Sink {
  const textOf = form === 'markdown' ? badgeMarkdown : badgeUrl;
  const sink = clipboardSink((value) => copy(textOf(badge, value)), clear);
  return { ...sink, describe: () => `the badge of ${badge.slug}, on the clipboard` };
}

function addressesOf({ address, product, slug, branch }: Badge): { image: string; link: string } {
  const project = slug.split('/').map(segment).join('/');
  // The form without a branch is documented for projects that have names; those with ids have their own badges by branch.
  const shown = branch ?? (slug.startsWith('circleci/') ? 'main' : undefined);
  const tree = shown === undefined ? project : `${project}/tree/${segment(shown)}`;
  if (product === 'cloud' && shown !== undefined)
    return { image: `${CLOUD_BADGES}/img/${tree}.svg`, link: `${CLOUD_BADGES}/redirect/${tree}` };
  return { image: `${address}/${tree}.svg`, link: `${address}/${tree}` };
}

/** One segment of a path; parentheses and the like too, as they would end a link in Markdown. */
function segment(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
