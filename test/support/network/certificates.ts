import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a TLS server shows, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority for one test, and what it issues. Nothing of it outlives the test. */
export interface Authority {
  /** The authority's own certificate, as a file. */
  readonly file: string;
  /** The environment that makes Electron trust it: a home with an NSS database of its own. */
  readonly home: string;
  readonly issue: (options: IssueOptions) => Certificate;
  readonly remove: () => void;
}

/** A certificate that nobody trusts: its authority is gone. */
export function untrusted(): Certificate {
  const other = createAuthority();
  const issued = other.issue({ name: 'IP:127.0.0.1' });
  other.remove();
  return issued;
}

export interface IssueOptions {
  /** As in a subject alternative name: `DNS:localhost`. */
  readonly name: string;
  /** Until it expires; a negative number is in the past. */
  readonly days?: number;
}

export function createAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'rekey-authority-'));
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const key = (name: string) =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', name);
  key('ca.key');
  openssl(
    ...[
      'req',
      '-x509',
      '-new',
      '-key',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '30',
      '-subj',
      '/CN=Acme Test Root',
    ],
    ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  );
  const home = join(folder, 'home');
  const database = join(home, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  const certutil = (...args: readonly string[]) =>
    execFileSync('certutil', ['-d', `sql:${database}`, ...args], { stdio: 'ignore' });
  certutil('-N', '--empty-password');
  certutil('-A', '-n', 'Acme Test Root', '-t', 'C,,', '-i', join(folder, 'ca.pem'));

  let issued = 0;
  return {
    file: join(folder, 'ca.pem'),
    home,
    issue: ({ name, days = 10 }) => {
      issued += 1;
      const id = String(issued);
      key(`${id}.key`);
      openssl('req', '-new', '-key', `${id}.key`, '-out', `${id}.csr`, '-subj', `/CN=Rekey test`);
      writeFileSync(join(folder, `${id}.ext`), `subjectAltName=${name}\nextendedKeyUsage=serverAuth\n`);
      openssl(
        ...['x509', '-req', '-in', `${id}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-out', `${id}.pem`],
        ...['-extfile', `${id}.ext`, '-set_serial', String(Date.now() + issued)],
        ...['-days', String(days)],
      );
      const read = (file: string) => readFileSync(join(folder, file), 'utf8');
      return { key: read(`${id}.key`), cert: read(`${id}.pem`) };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
