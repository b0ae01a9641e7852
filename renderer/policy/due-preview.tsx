import { DUE_GROUPS, type DuePreview as Preview } from '../../shared/domain/due-preview';
import { countWord } from '../words/count-words';
import { changeSentence, GROUP_NAMES, previewSentence } from './preview-words';

/** What becomes due under the policy that is typed, before anything is applied. */
export function DuePreview({ preview }: { readonly preview: Preview | undefined }) {
  return (
    <>
      <p role="status" className="policy-sentence selectable">
        {preview === undefined ? (
          'Counting what becomes due …'
        ) : (
          <>
            <strong>{previewSentence(preview)}</strong> {changeSentence(preview)}
          </>
        )}
      </p>
      {preview !== undefined && <PreviewTable preview={preview} />}
    </>
  );
}

function PreviewTable({ preview }: { readonly preview: Preview }) {
  const groups = DUE_GROUPS.filter((group) => Object.values(preview[group]).some((count) => count > 0));
  if (groups.length === 0) return null;
  return (
    <table className="policy-table">
      <caption className="visually-hidden">What becomes due</caption>
      <thead>
        <tr>
          <th scope="col">Scope</th>
          <th scope="col">Due now</th>
          <th scope="col">Under this policy</th>
          <th scope="col">Become due</th>
          <th scope="col">No longer due</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => {
          const { newlyDue, noLongerDue, stillDue } = preview[group];
          return (
            <tr key={group}>
              <th scope="row" className="policy-group">
                {GROUP_NAMES[group]}
              </th>
              <td>{countWord(stillDue + noLongerDue)}</td>
              <td>{countWord(stillDue + newlyDue)}</td>
              <td>{countWord(newlyDue)}</td>
              <td>{countWord(noLongerDue)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
