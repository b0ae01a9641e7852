// Whether a report's pack is as it was signed. This one file needs Node and nothing else: it can be handed to whoever verifies.
import { createHash, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SIGNATURE = 'signature.json';
/** What file managers leave in a folder that somebody opened. None of it is ever in a pack. */
const LEFT_BY_OTHERS =
  /^(?:\.DS_Store|\._.*|\.localized|Icon\r|Thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|\.directory)$/i;
const PLAIN_NAME = /^[0-9a-z][0-9a-z-]*\.[a-z]{2,4}$/;

/**
 * Whether a pack is as it was signed. `code`: 0, it is; 1, something was altered, is missing or was added; 2, it cannot be read
 * as a pack, or the key cannot. `lines` say what.
 */
function verifyReport(folder, keyFile) {
  let signed;
  let ownKey;
  try {
    signed = readSignature(join(folder, SIGNATURE));
  } catch {
    return { code: 2, lines: [`Unreadable: there is no ${SIGNATURE} of Rekey’s in this folder.`] };
  }
  try {
    ownKey = keyFile === undefined ? undefined : createPublicKey(readFileSync(keyFile));
  } catch {
    return { code: 2, lines: [`Unreadable: ${keyFile} holds no public key.`] };
  }
  try {
    const troubles = [...troublesOfKey(signed, ownKey), ...troublesOfFiles(folder, signed.manifest)];
    const ignored = namesIn(folder)
      .filter((name) => isLeftByOthers(folder, name))
      .map((name) => `Ignored, and not read: ${shown(name)}, which a file manager leaves and no pack has.`);
    if (troubles.length > 0) return { code: 1, lines: [...troubles, ...ignored] };
    return { code: 0, lines: [...praise(signed, ownKey), ...ignored] };
  } catch {
    return { code: 2, lines: ['Unreadable: the folder or one of its files cannot be read.'] };
  }
}

function readSignature(path) {
  const { format, manifest, signature, ...more } = JSON.parse(readFileSync(path, 'utf8'));
  // What stands beside the manifest is not signed: nothing may.
  const isAlone = Object.keys(more).length === 0;
  const isKnown = isAlone && format === 'rekey-signature-1' && manifest.format === 'rekey-manifest-1';
  const isWhole =
    typeof signature === 'string' && Array.isArray(manifest.files) && manifest.files.every(isFile);
  if (!isKnown || !isWhole) throw new Error('not a signature of Rekey');
  return { manifest, signature, key: createPublicKey(manifest.key.publicKey) };
}

const isFile = ({ name, bytes, sha256 }) =>
  [name, sha256].every((text) => typeof text === 'string') && Number.isInteger(bytes);

/** A text that whoever made the pack chose, as one that moves no cursor, ends no line and turns no direction. */
const shown = (text) =>
  String(text).replace(/[\p{C}\p{Zl}\p{Zp}\\]/gu, (one) => `\\u{${one.codePointAt(0).toString(16)}}`);

const der = (key) => key.export({ type: 'spki', format: 'der' });
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

function troublesOfKey({ manifest, signature, key }, ownKey) {
  const troubles = [];
  if (ownKey !== undefined && !isSame(der(ownKey), der(key)))
    troubles.push('Altered: this pack was not signed with the key that was given.');
  if (manifest.key.fingerprint !== digest(der(key)))
    troubles.push('Altered: the fingerprint in the manifest is not that of its key.');
  const signed = Buffer.from(JSON.stringify(manifest), 'utf8');
  const isEd25519 = key.asymmetricKeyType === 'ed25519';
  if (!isEd25519 || !verify(null, signed, key, Buffer.from(signature, 'base64')))
    troubles.push('Altered: the signature does not fit the manifest.');
  return troubles;
}

const isSame = (a, b) => a.length === b.length && timingSafeEqual(a, b);

const namesIn = (folder) => readdirSync(folder).filter((name) => name !== SIGNATURE);

/** Only a plain file: a folder or a link of such a name was left by nobody whom this knows. */
const isLeftByOthers = (folder, name) => LEFT_BY_OTHERS.test(name) && lstatSync(join(folder, name)).isFile();

function troublesOfFiles(folder, { files }) {
  const there = namesIn(folder).filter((name) => !isLeftByOthers(folder, name));
  const named = files.map(({ name }) => name);
  return [
    ...files.flatMap((file) => troubleOf(folder, there, file)),
    ...there
      .filter((name) => !named.includes(name))
      .map((name) => `Added: ${shown(name)} is not in the manifest.`),
  ];
}

function troubleOf(folder, there, { name, bytes, sha256 }) {
  if (!PLAIN_NAME.test(name)) return [`Altered: the manifest names “${shown(name)}”, which no pack has.`];
  if (!there.includes(name)) return [`Missing: ${name}.`];
  const path = join(folder, name);
  if (!lstatSync(path).isFile()) return [`Altered: ${name} is not a plain file.`];
  const content = readFileSync(path);
  if (content.byteLength !== bytes || digest(content) !== sha256) return [`Altered: ${name}.`];
  return [];
}

function praise({ manifest }, ownKey) {
  const { kind, organisation, madeAt, appVersion, key, files } = manifest;
  const what = `${kind} of “${organisation}”, made ${madeAt} by Rekey ${appVersion}.`;
  const [head, whose] =
    ownKey === undefined
      ? [
          `Unaltered since it was signed: ${what}`,
          `By whom, this does not prove: the key ${key.fingerprint} came with the pack. Compare it with the one that you were given, or name its file by --key.`,
        ]
      : [`Unaltered: ${what}`, `Signed with the key that was given, ${key.fingerprint}.`];
  return [
    head,
    `${files.length} files, manifest ${digest(JSON.stringify(manifest))}.`,
    whose,
    ...(key.keptIn === 'session' ? ['That key was of one session: there was no keychain to keep it.'] : []),
  ].map(shown);
}

const given = process.argv.slice(2);
const at = given.indexOf('--key');
const ownKeyFile = at === -1 ? undefined : given[at + 1];
const [pack, ...more] = at === -1 ? given : given.toSpliced(at, 2);
const isUsable = pack !== undefined && more.length === 0 && (at === -1 || ownKeyFile !== undefined);
const usage = ['Usage: npm run verify-report -- FOLDER [--key FILE.pem]'];
const { code, lines } = isUsable ? verifyReport(pack, ownKeyFile) : { code: 2, lines: usage };
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = code;
