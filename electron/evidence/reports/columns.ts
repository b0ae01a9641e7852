import type { ReportColumn } from '../../../shared/domain/report';

/** A column of texts. */
export const text = (id: string, title: string): ReportColumn => ({ id, title, holds: 'text' });

/** A column of counts. */
export const number = (id: string, title: string): ReportColumn => ({ id, title, holds: 'number' });

/** A column of moments. */
export const moment = (id: string, title: string): ReportColumn => ({ id, title, holds: 'instant' });

/** The same column, left out where a page has no room for it. */
export const detail = (column: ReportColumn): ReportColumn => ({ ...column, isDetail: true });
