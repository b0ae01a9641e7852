import { capsOf, platformOf } from './keys';

const PLATFORM = platformOf(navigator.userAgent);

/** A combination as it stands on the keys of this computer. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className="key-caps">
      {capsOf(keys, PLATFORM).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
