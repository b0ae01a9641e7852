import type {
  ReportFailure,
  ReportForm,
  ReportRequest,
  WrittenReport,
} from '../../../shared/domain/report-request';
import { err, ok, type Result } from '../../../shared/result';
import { gatherReport } from './gather-report';
import { writePack } from './pack';
import { packName } from './pack-name';
import { leftOut, plannedFiles } from './report-files';
import type { ReportPorts } from './report-ports';
import { SIGNATURE_FILE, signatureOf } from './signature';

/** What is written, and where. */
export interface WriteWants {
  readonly request: ReportRequest;
  readonly forms: readonly ReportForm[];
  readonly folder: string;
}

/** Writes and signs a pack, and notes in the ledger that it was handed out. */
export async function writeReport(
  { request, forms, folder }: WriteWants,
  ports: ReportPorts,
  signal: AbortSignal,
): Promise<Result<WrittenReport, ReportFailure>> {
  const gathered = await gatherReport(request, ports);
  if (!gathered.ok) return gathered;
  const { report } = gathered.value;
  const { organisation, madeAt } = report.parameters;
  const signer = await ports.signer();
  const stage = { isPrinting: false };
  let [done, manifestSha256] = [0, ''];
  const printPdf: ReportPorts['printPdf'] = async (html, own) => {
    stage.isPrinting = true;
    const pdf = await ports.printPdf(html, own);
    stage.isPrinting = false;
    return pdf;
  };
  const { files, rows: of } = plannedFiles(gathered.value, forms, { ...ports, printPdf }, signal);
  if (files.length === 0) return err({ kind: 'nothing-to-report' });
  const announced = files.map((file) => ({
    ...file,
    content: () => {
      ports.progress({ file: file.name, done, of });
      return file.content();
    },
  }));
  try {
    const pack = await writePack(
      { folder, name: packName(report.kind, organisation, madeAt) },
      announced,
      {
        name: SIGNATURE_FILE,
        content: (written) => {
          const signature = signatureOf(report, written, signer);
          manifestSha256 = signature.manifestSha256;
          return signature.text;
        },
      },
      {
        signal,
        randomId: ports.randomId,
        wrote: (file, rows) => {
          done += rows;
          if (rows > 0) ports.progress({ file, done, of });
        },
      },
    );
    const noted = await ports.note({ kind: 'exported', what: 'report', sha256: manifestSha256 });
    if (!noted.ok) return err({ kind: 'ledger-unwritable' });
    return ok({
      folder: pack.name,
      files: pack.files.map(({ name, bytes }) => ({ name, bytes })),
      manifestSha256,
      signedBy: signer.place,
      leftOut: leftOut(gathered.value, forms, ports),
    });
  } catch {
    if (signal.aborted) return err({ kind: 'cancelled' });
    return err({ kind: stage.isPrinting ? 'not-printed' : 'not-written' });
  }
}
