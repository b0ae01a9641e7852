import type { ReportForm } from '../../shared/domain/report-request';
import { FORM_WORDS } from './report-words';

interface FormChoiceProps {
  readonly offered: readonly ReportForm[];
  readonly forms: readonly ReportForm[];
  readonly onForms: (forms: readonly ReportForm[]) => void;
}

/** In which forms a report is written: at least one, or there is nothing to write. */
export function FormChoice({ offered, forms, onForms }: FormChoiceProps) {
  return (
    <fieldset className="report-forms">
      <legend className="field-label">Forms</legend>
      {offered.map((form) => (
        <label key={form} className="report-form-choice">
          <input
            type="checkbox"
            className="checkbox"
            checked={forms.includes(form)}
            onChange={(event) => {
              const others = forms.filter((one) => one !== form);
              onForms(event.target.checked ? [...others, form] : others);
            }}
          />
          {FORM_WORDS[form]}
        </label>
      ))}
    </fieldset>
  );
}
